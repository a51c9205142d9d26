package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.deploy.vault.Past;
import io.kassa.pos.deploy.vault.Vault;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versions that ran before: which there are, and their bundles. */
final class Earlier {

    private static final Logger LOG = LoggerFactory.getLogger(Earlier.class);

    private final Vault vault;
    private final Running running;
    private final Switch change;
    private final Past past;

    Earlier(Vault vault, Running running, Switch change, Past past) {
        this.vault = vault;
        this.running = running;
        this.change = change;
        this.past = past;
    }

    /** The newest that ran, is older than a version and is still there. */
    Optional<HistoryEntry> than(String plugIn, Version version) {
        return past.ran(plugIn).stream()
                .filter(entry -> Version.parseVersion(entry.version()).compareTo(version) < 0)
                .filter(this::isThere)
                .findFirst();
    }

    private boolean isThere(HistoryEntry entry) {
        return entry.fingerprint().isEmpty()
                ? shipped(entry).isPresent()
                : vault.holds(new Fingerprint(entry.fingerprint()));
    }

    /** What came with the till, where that is newer than all that was deployed and has not run yet. */
    Optional<Bundle> newerWithTheTill(String plugIn) {
        HistoryEntry last = past.ran(plugIn).get(0);
        return running.cameWithTheTill(plugIn)
                .filter(bundle -> bundle.getVersion().compareTo(Version.parseVersion(last.version())) >= 0)
                .filter(bundle -> past.ran(plugIn, bundle.getVersion(), "").isEmpty());
    }

    /** The bundle of an entry, installed and resolved if it is not there, compared with its fingerprint. */
    Bundle staged(HistoryEntry entry) throws RefusedException, IOException {
        if (entry.fingerprint().isEmpty()) {
            return shipped(entry).orElseThrow(() -> new RefusedException(Fault.NOTHING_TO_GO_BACK_TO, entry.plugIn()));
        }
        Fingerprint fingerprint = new Fingerprint(entry.fingerprint());
        return change.stage(vault.kept(fingerprint), fingerprint);
    }

    /** As {@link #staged}, but one that runs already is left running. */
    Bundle ready(HistoryEntry entry) throws RefusedException, IOException {
        if (!entry.fingerprint().isEmpty()) {
            Optional<Bundle> runs = running.of(entry.plugIn(), new Fingerprint(entry.fingerprint()));
            if (runs.isPresent()) {
                return runs.get();
            }
        }
        return staged(entry);
    }

    void startWhatCameWithTheTill(String plugIn) {
        running.cameWithTheTill(plugIn).ifPresent(bundle -> {
            try {
                change.again(bundle);
            } catch (RefusedException e) {
                LOG.error("{} does not start either", bundle, e);
            }
        });
    }

    private Optional<Bundle> shipped(HistoryEntry entry) {
        return running.cameWithTheTill(entry.plugIn())
                .filter(bundle -> bundle.getVersion().equals(Version.parseVersion(entry.version())));
    }
}
