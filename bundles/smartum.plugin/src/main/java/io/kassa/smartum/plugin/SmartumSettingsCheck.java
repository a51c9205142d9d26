package io.kassa.smartum.plugin;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.smartum.plugin.probe.Probe;
import io.kassa.smartum.plugin.settings.Contracts;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.settings.SettingsReader;
import io.kassa.smartum.plugin.settings.SmartumConfiguration;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/** Checks settings before they are stored; there whether or not any configuration works. */
@Component(
        configurationPolicy = ConfigurationPolicy.IGNORE,
        property = SettingsCheck.FACTORY_PID + "=" + SmartumConfiguration.FACTORY_PID)
public final class SmartumSettingsCheck implements SettingsCheck {
    private final Say say = new Say();
    private final SecretSource secrets;
    private final SettingsReader reader;

    @Activate
    public SmartumSettingsCheck(BundleContext context, @Reference SecretSource secrets) {
        this.secrets = secrets;
        this.reader = new SettingsReader(
                say, secrets, Contracts.in(Optional.ofNullable(context.getProperty(Contracts.FOLDER))));
    }

    @Override
    public List<Finding> check(Map<String, Object> candidate) {
        return reader.read(candidate).findings();
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
}
