package io.kassa.smartum.plugin;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.smartum.plugin.health.FelixHealth;
import io.kassa.smartum.plugin.probe.Probe;
import io.kassa.smartum.plugin.settings.Contracts;
import io.kassa.smartum.plugin.settings.MethodIds;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.settings.SettingsReader;
import io.kassa.smartum.plugin.settings.SmartumConfiguration;
import io.kassa.smartum.plugin.text.Say;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Checks settings before they are stored; there whether or not any configuration works. */
@Component(
        configurationPolicy = ConfigurationPolicy.IGNORE,
        property = SettingsCheck.FACTORY_PID + "=" + SmartumConfiguration.FACTORY_PID)
public final class SmartumSettingsCheck implements SettingsCheck {
    private static final String OURS =
            "(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + SmartumConfiguration.FACTORY_PID + ")";

    private final Say say = new Say();
    private final SecretSource secrets;
    private final ConfigurationAdmin configurations;
    private final SettingsReader reader;
    private final Optional<ServiceRegistration<?>> health;
    private final MethodIds methodIds = new MethodIds(say);

    @Activate
    public SmartumSettingsCheck(
            BundleContext context,
            @Reference(name = "secrets") SecretSource secrets,
            @Reference(name = "configurations") ConfigurationAdmin configurations) {
        this.secrets = secrets;
        this.configurations = configurations;
        this.reader = new SettingsReader(
                say, secrets, Contracts.in(Optional.ofNullable(context.getProperty(Contracts.FOLDER))));
        this.health = FelixHealth.register(
                context, "Smartum configuration", List.of("configuration", FelixHealth.SHALLOW), this::checkStored);
    }

    @Deactivate
    public void stop() {
        health.ifPresent(ServiceRegistration::unregister);
    }

    /** What is wrong with the configurations that there are; of each that is broken, every problem. */
    List<Finding> checkStored() {
        return stored().stream()
                .flatMap(candidate -> check(candidate).stream())
                .filter(finding -> finding.severity() != Finding.Severity.OK)
                .toList();
    }

    @Override
    public List<Finding> check(Map<String, Object> candidate) {
        List<Finding> findings = new ArrayList<>(reader.read(candidate).findings());
        findings.addAll(methodIds.check(candidate, stored()));
        return findings;
    }

    @Override
    public Optional<String> methodId(Map<String, Object> settings) {
        return Optional.of(methodIds.of(settings));
    }

    @Override
    public List<Finding> probe(Map<String, Object> candidate) {
        SettingsReader.Parsed parsed = reader.read(candidate);
        if (parsed.settings().isEmpty()) {
            return parsed.findings().stream().filter(Finding::isError).toList();
        }
        Settings settings = parsed.settings().get();
        List<Finding> findings = new ArrayList<>(parsed.findings());
        findings.addAll(new Probe(settings, settings.api(secrets), say, Clock.systemUTC()).run());
        return findings;
    }

    private List<Map<String, Object>> stored() {
        try {
            Configuration[] found = configurations.listConfigurations(OURS);
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .map(Configuration::getProperties)
                            .map(SmartumSettingsCheck::map)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(Dictionary<String, Object> properties) {
        return Collections.list(properties.keys()).stream()
                .collect(Collectors.toMap(Function.identity(), properties::get));
    }
}
