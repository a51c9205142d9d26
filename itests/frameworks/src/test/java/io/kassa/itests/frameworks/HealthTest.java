package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.composite;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** Felix's executor runs the checks by their tags, where it is installed beside the till. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HealthTest {

    @Inject
    private BundleContext context;

    private Shop shop;

    @Configuration
    public Option[] shipped() {
        return new Option[] {
            composite(Shipped.till()),
            composite(Shipped.beside("org.apache.felix.healthcheck", "org.apache.felix.eventadmin"))
        };
    }

    @Before
    public void open() {
        shop = Shop.withSmartum(context);
    }

    @After
    public void clear() {
        shop.forget();
    }

    @Test
    public void aShallowLookFindsTheTillWellAndAsksNoProvider() {
        List<HealthCheckExecutionResult> results = tagged("shallow");
        assertEquals(
                Set.of(
                        "ledger",
                        "till books",
                        "till disk",
                        "till clock",
                        "till methods",
                        "till backlog",
                        "Smartum configuration",
                        "Smartum smartum key"),
                names(results));
        assertTrue(results.toString(), results.stream().allMatch(HealthTest::isOkOrOfTheSandbox));
    }

    @Test
    public void aProviderIsAskedByTagAndNothingSecretIsTold() {
        List<HealthCheckExecutionResult> results = tagged("smartum", "deep");
        assertEquals(Set.of("Smartum smartum connection"), names(results));
        Result result = results.get(0).getHealthCheckResult();
        // the sandbox speaks http
        assertEquals(Result.Status.WARN, result.getStatus());
        assertFalse(result.toString().contains(shop.sandbox().connection("clientSecret")));
    }

    @Test
    public void theChecksOfAConfigurationGoWithIt() {
        assertEquals(3, tagged("smartum").size());
        shop.forget();
        Eventually.holds(
                "only the check of the configuration is left",
                () -> names(tagged("smartum")).equals(Set.of("Smartum configuration")));
    }

    private List<HealthCheckExecutionResult> tagged(String... tags) {
        return shop.service(HealthCheckExecutor.class).execute(HealthCheckSelector.tags(tags));
    }

    private static Set<String> names(List<HealthCheckExecutionResult> results) {
        return results.stream()
                .map(result -> result.getHealthCheckMetadata().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sandbox speaks plain http, which the settings warn about. */
    private static boolean isOkOrOfTheSandbox(HealthCheckExecutionResult result) {
        boolean settings = result.getHealthCheckMetadata().getName().equals("Smartum configuration");
        return result.getHealthCheckResult().getStatus() == (settings ? Result.Status.WARN : Result.Status.OK);
    }
}
