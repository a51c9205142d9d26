package io.kassa.pos.deploy.vault;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** What the history says of plug-ins. */
public final class Past {

    private final Vault vault;

    public Past(Vault vault) {
        this.vault = vault;
    }

    /** Plug-ins that were deployed here, whatever runs now. */
    public List<String> plugIns() {
        return vault.history().stream()
                .filter(entry -> entry.event() == Event.RUNS)
                .map(HistoryEntry::plugIn)
                .distinct()
                .sorted()
                .toList();
    }

    /** What took over a plug-in, newest first. */
    public List<HistoryEntry> ran(String plugIn) {
        return vault.history().stream()
                .filter(entry -> entry.event() == Event.RUNS && entry.plugIn().equals(plugIn))
                .toList();
    }

    /** The newest entry about a version that took over. */
    public Optional<HistoryEntry> ran(String plugIn, Version version, String fingerprint) {
        return ran(plugIn).stream()
                .filter(entry -> entry.fingerprint().equals(fingerprint))
                .filter(entry -> Version.parseVersion(entry.version()).equals(version))
                .findFirst();
    }

    /** A switch that was begun and of which no end is known. What was refused meanwhile ended none. */
    public Optional<HistoryEntry> interrupted(String plugIn) {
        return vault.history().stream()
                .filter(entry -> entry.plugIn().equals(plugIn) && entry.event() != Event.REFUSED)
                .findFirst()
                .filter(newest -> newest.event() == Event.SWITCHING);
    }
}
