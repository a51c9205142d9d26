package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;

/**
 * Asks a started version how it is. It has to offer every method that the version before offers, and its self tests must find
 * nothing wrong that is not wrong with the version before: a provider that is down is no fault of an update.
 */
final class Health {

    private final SelfTests tests;
    private final SettingsFault settings;
    private final Duration patience;

    Health(SelfTests tests, SettingsFault settings, Duration patience) {
        this.tests = tests;
        this.settings = settings;
        this.patience = patience;
    }

    /**
     * How things are before a change.
     *
     * @param methods the ids that are offered
     * @param faults what is wrong already
     */
    record Standing(Optional<Bundle> serving, Set<String> methods, Set<String> faults) {}

    Standing of(Optional<Bundle> serving) {
        return new Standing(
                serving,
                serving.map(Running::methodIds).orElse(Set.of()),
                serving.map(tests::faults).orElse(Set.of()));
    }

    void check(Bundle started, Standing before) throws RefusedException {
        boolean offered = until(() -> Running.methodIds(started).containsAll(before.methods())
                && !Running.factoryPids(started).isEmpty());
        if (!offered) {
            throw settings.of(started);
        }
        Optional<SelfTests.Result> fault = worse(started, before.faults());
        if (fault.isPresent() && before.serving().isPresent()) {
            // what went wrong in the meantime, went wrong for the version before, too
            fault = worse(started, tests.faults(before.serving().get()));
        }
        if (fault.isPresent()) {
            throw new RefusedException(
                    Fault.UNHEALTHY,
                    fault.get()
                            .finding()
                            .<Object>map(Health::said)
                            .orElse(fault.get().subject()));
        }
    }

    private Optional<SelfTests.Result> worse(Bundle started, Set<String> faultsBefore) {
        return tests.run(started).stream()
                .filter(SelfTests.Result::isFault)
                .filter(result -> !faultsBefore.contains(result.subject()))
                .findFirst();
    }

    private static Message said(Finding finding) {
        return finding.result();
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
}
