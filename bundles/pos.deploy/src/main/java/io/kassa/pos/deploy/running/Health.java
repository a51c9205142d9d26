package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.settings.SettingsCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks a started version how it is. It has to offer every method that the version before offers, and its self tests must find
 * nothing wrong that was not wrong before: a provider that is down is no fault of an update.
 */
final class Health {

    private final BundleContext context;
    private final ExecutorService calls;
    private final Duration patience;

    Health(BundleContext context, ExecutorService calls, Duration patience) {
        this.context = context;
        this.calls = calls;
        this.patience = patience;
    }

    /** @param before the version that serves until now, or the new one itself where there is none */
    void check(Bundle started, Set<String> methodIds, Set<String> faultsBefore, SettingsNow settings)
            throws RefusedException {
        boolean offered = until(() -> Running.methodIds(started).containsAll(methodIds)
                && !Running.factoryPids(started).isEmpty());
        if (!offered) {
            throw settingsFault(started, settings);
        }
        for (Finding finding : findings(started)) {
            if (finding.isError() && !faultsBefore.contains(finding.subject())) {
                throw new RefusedException(Fault.UNHEALTHY, finding.result());
            }
        }
    }

    /** The subjects that the version before finds wrong itself. */
    Set<String> faults(Bundle before) throws RefusedException {
        return findings(before).stream()
                .filter(Finding::isError)
                .map(Finding::subject)
                .collect(Collectors.toSet());
    }

    private RefusedException settingsFault(Bundle started, SettingsNow settings) {
        for (ServiceReference<?> reference : Running.settingsChecks(started)) {
            String factoryPid = String.valueOf(reference.getProperty(SettingsCheck.FACTORY_PID));
            SettingsCheck check = (SettingsCheck) context.getService(reference);
            if (check == null) {
                continue;
            }
            try {
                for (Map<String, Object> values : settings.of(factoryPid)) {
                    for (Finding finding : check.check(values)) {
                        if (finding.isError()) {
                            return new RefusedException(Fault.SETTINGS_BROKEN, finding.subject(), finding.result());
                        }
                    }
                }
            } finally {
                context.ungetService(reference);
            }
        }
        return new RefusedException(Fault.DOES_NOT_START, started.getVersion());
    }

    private List<Finding> findings(Bundle bundle) throws RefusedException {
        List<Finding> all = new ArrayList<>();
        for (ServiceReference<?> reference : Running.selfTests(bundle)) {
            SelfTest test = (SelfTest) context.getService(reference);
            if (test == null) {
                continue;
            }
            try {
                all.addAll(calls.submit(test::run).get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException e) {
                throw new RefusedException(Fault.UNHEALTHY, cause(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RefusedException(Fault.UNHEALTHY, cause(e));
            } finally {
                context.ungetService(reference);
            }
        }
        return all;
    }

    private static Object cause(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }

    private boolean until(BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The stored settings of a kind of plug-in. */
    interface SettingsNow {
        List<Map<String, Object>> of(String factoryPid);
    }
}
