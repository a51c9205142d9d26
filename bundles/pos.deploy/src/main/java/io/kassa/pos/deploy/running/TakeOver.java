package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.deploy.running.Chronicle.Subject;
import io.kassa.pos.deploy.vault.Vault;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;

/**
 * One version takes over from another; every step is in the history before the next follows. The old version is retired last,
 * after the history says that the new one runs: whatever fails before, has changed nothing.
 */
final class TakeOver {

    private final Vault vault;
    private final Switch change;
    private final StoredSettings settings;
    private final Chronicle chronicle;

    TakeOver(Vault vault, Switch change, StoredSettings settings, Chronicle chronicle) {
        this.vault = vault;
        this.change = change;
        this.settings = settings;
        this.chronicle = chronicle;
    }

    void by(Bundle staged, Optional<Bundle> serving, Attempt attempt) throws RefusedException, IOException {
        by(staged, serving, Map.of(), attempt);
    }

    /** With the settings that it ran with, where they are known; they have to be there before it starts. */
    void backTo(HistoryEntry target, Bundle staged, Bundle serving, Attempt attempt)
            throws RefusedException, IOException {
        Map<String, Map<String, Object>> asItWas =
                vault.settings(settingsKey(target.fingerprint())).orElse(Map.of());
        by(staged, Optional.of(serving), asItWas, attempt);
    }

    private void by(Bundle staged, Optional<Bundle> serving, Map<String, Map<String, Object>> asItWas, Attempt attempt)
            throws RefusedException, IOException {
        try {
            Health.Standing before = change.standing(serving);
            Map<String, Map<String, Object>> asItIs =
                    settings.snapshot(serving.map(Running::factoryPids).orElse(Set.of()));
            rememberWhatRan(serving, asItIs);
            chronicle.record(attempt.subject, Event.SWITCHING, attempt.by, Optional.empty());
            attempt.failure = Event.PUT_BACK;
            try {
                settings.restore(asItWas);
                change.beside(staged, before);
                chronicle.record(attempt.subject, Event.RUNS, attempt.by, Optional.empty());
            } catch (RefusedException | IOException | RuntimeException e) {
                settings.restore(asItWas.isEmpty() ? Map.of() : asItIs);
                throw e;
            }
        } catch (RefusedException | IOException | RuntimeException e) {
            Switch.retire(staged);
            throw e;
        }
        serving.ifPresent(Switch::retire);
    }

    /** Keeps the settings as they are with what serves, and enters what came with the till into the history. */
    private void rememberWhatRan(Optional<Bundle> serving, Map<String, Map<String, Object>> asItIs) throws IOException {
        if (serving.isEmpty()) {
            return;
        }
        Subject subject = Subject.of(serving.get());
        vault.keepSettings(settingsKey(subject.fingerprint()), asItIs);
        if (chronicle
                .past()
                .ran(subject.plugIn(), serving.get().getVersion(), subject.fingerprint())
                .isEmpty()) {
            chronicle.record(subject, Event.RUNS, HistoryEntry.TILL, Optional.empty());
        }
    }

    /** Puts the settings back that were kept when the version of this entry was about to be replaced. */
    void restoreSettings(HistoryEntry ran) throws IOException {
        settings.restore(vault.settings(settingsKey(ran.fingerprint())).orElse(Map.of()));
    }

    private static String settingsKey(String fingerprint) {
        return fingerprint.isEmpty() ? "with-the-till" : fingerprint;
    }
}
