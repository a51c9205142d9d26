package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.tck.LedgerInMemory;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentConstants;

/** The checks that others run by tag. */
class HealthTest {
    private final SandboxBench bench = new SandboxBench();
    private final Registry registry = new Registry();
    private SmartumComponent component;

    HealthTest() {
        bench.configured.put("contractFile", "shipped");
    }

    @AfterEach
    void close() {
        if (component != null) {
            component.stop(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED);
        }
        bench.close();
    }

    @Test
    void theKeyIsCheckedWithoutAskingAnybody() {
        start();
        awaitWarmUp();
        int before = bench.sandbox.calls().size();
        Result result = tagged("smartum", "payment", "key", "shallow").execute();
        assertThat(result.getStatus()).isEqualTo(Result.Status.OK);
        assertThat(words(result)).hasSize(2);
        assertThat(bench.sandbox.calls()).hasSize(before);
    }

    @Test
    void theConnectionIsWellWhenTheProviderAnswers() {
        start();
        Result result = tagged("smartum", "payment", "api", "clock", "deep").execute();
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(words(result)).hasSize(7);
    }

    @Test
    void aProviderThatRefusesTheSecretIsCriticalAndTheSecretIsNotTold() {
        bench.sandbox.troubles().set(Target.TOKEN, new Trouble.Status(401, 0));
        start();
        Result result = tagged("smartum", "payment", "api", "clock", "deep").execute();
        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result.toString() + words(result))
                .doesNotContain(bench.sandbox.clientSecret())
                .doesNotContain(bench.sandbox.clientId());
    }

    @Test
    void aConfigurationThatCannotBeUsedIsToldByWhoIsAlwaysThere() {
        bench.configured.put("smartumVenueId", "here");
        SmartumSettingsCheck settings =
                new SmartumSettingsCheck(registry.context(), bench.secretSource(), configurations());
        Result result = tagged("smartum", "payment", "configuration", "shallow").execute();
        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        bench.configured.put("smartumVenueId", "ven_1");
        assertThat(tagged("smartum", "payment", "configuration", "shallow")
                        .execute()
                        .getStatus())
                .isNotEqualTo(Result.Status.CRITICAL);
        settings.stop();
        assertThat(registry.services).isEmpty();
    }

    private void start() {
        component = new SmartumComponent(
                registry.context(), bench.configured, new LedgerInMemory(Clock.systemUTC()), bench.secretSource());
    }

    private void awaitWarmUp() {
        for (int wait = 0; wait < 1200 && bench.sandbox.calls().size() < 2; wait++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(bench.sandbox.calls()).as("warm within a minute").hasSize(2);
    }

    private HealthCheck tagged(String... tags) {
        return registry.services.stream()
                .filter(one -> one.type() == HealthCheck.class)
                .filter(one -> Arrays.equals(tags, (String[]) one.properties().get(HealthCheck.TAGS)))
                .map(one -> (HealthCheck) one.service())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .toList();
    }

    /** One stored configuration: what the bench has. */
    private ConfigurationAdmin configurations() {
        Configuration stored = (Configuration)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Configuration.class}, (p, m, a) -> {
                    Dictionary<String, Object> properties = new Hashtable<>(bench.configured);
                    properties.put("service.pid", "smartum~1");
                    return properties;
                });
        return (ConfigurationAdmin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConfigurationAdmin.class}, (p, m, a) ->
                        new Configuration[] {stored});
    }
}
