package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SettingsCheck;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out why a version that started offers less than the one before: mostly a setting that it does not accept. */
final class SettingsFault {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFault.class);

    private final BundleContext context;
    private final StoredSettings settings;

    SettingsFault(BundleContext context, StoredSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    RefusedException of(Bundle started) {
        for (ServiceReference<?> reference : Running.settingsChecks(started)) {
            String factoryPid = String.valueOf(reference.getProperty(SettingsCheck.FACTORY_PID));
            if (context.getService(reference) instanceof SettingsCheck check) {
                try {
                    Optional<Finding> fault = fault(check, factoryPid);
                    if (fault.isPresent()) {
                        return new RefusedException(
                                Fault.SETTINGS_BROKEN,
                                fault.get().subject(),
                                fault.get().result());
                    }
                } catch (RuntimeException e) {
                    LOG.warn("the settings check of {} failed", started, e);
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return new RefusedException(Fault.DOES_NOT_START, started.getVersion());
    }

    private Optional<Finding> fault(SettingsCheck check, String factoryPid) {
        for (Map<String, Object> values : settings.of(factoryPid)) {
            for (Finding finding : check.check(values)) {
                if (finding.isError()) {
                    return Optional.of(finding);
                }
            }
        }
        return Optional.empty();
    }
}
