package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.Deployed;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.artefact.Artefact;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where artefacts are handed in. One at a time; every step is in the history before the next follows. */
public final class DeploymentDesk implements Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentDesk.class);
    private static final String WITH_THE_TILL = "the till";

    private final Supplier<Inspector> inspector;
    private final Vault vault;
    private final Running running;
    private final Switch change;
    private final StoredSettings settings;
    private final Clock clock;
    private final Words words = new Words();

    DeploymentDesk(
            Supplier<Inspector> inspector,
            Vault vault,
            Running running,
            Switch change,
            StoredSettings settings,
            Clock clock) {
        this.inspector = inspector;
        this.vault = vault;
        this.running = running;
        this.change = change;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Deployed> running() {
        return running.all().stream().map(this::described).toList();
    }

    @Override
    public List<HistoryEntry> history() {
        return vault.history();
    }

    @Override
    public synchronized Outcome deploy(InputStream artefact, String fileName, String by) {
        Attempted attempted = new Attempted(fileName, by);
        try {
            Path copy = vault.takeIn(artefact);
            try {
                return deploy(inspector.get().inspect(copy), attempted);
            } finally {
                vault.discard(copy);
            }
        } catch (RefusedException e) {
            return refused(attempted, e);
        } catch (IOException e) {
            LOG.error("deployment of {} failed", fileName, e);
            return new Outcome.Refused(words.storeFault());
        }
    }

    private Outcome deploy(Artefact found, Attempted attempted) throws RefusedException, IOException {
        attempted.is(found);
        Optional<Bundle> serving = running.of(found.symbolicName());
        if (serving.isPresent()
                && fingerprint(serving.get()).equals(found.fingerprint().hex())) {
            return new Outcome.Runs(found.symbolicName(), found.version().toString());
        }
        if (serving.isPresent()) {
            newerThan(serving.get().getVersion(), found.version());
        }
        Artefact kept = vault.keep(found);
        Bundle staged = change.stage(kept.file(), kept.fingerprint());
        rememberWhatRan(serving);
        record(attempted, Event.SWITCHING, Optional.empty());
        attempted.switching();
        change.over(staged, serving, kept.version());
        record(attempted, Event.RUNS, Optional.empty());
        return new Outcome.Runs(kept.symbolicName(), kept.version().toString());
    }

    private static void newerThan(Version serving, Version found) throws RefusedException {
        int comparison = found.compareTo(serving);
        if (comparison == 0) {
            throw new RefusedException(Fault.SAME_VERSION_OTHER_CONTENT, found);
        }
        if (comparison < 0) {
            throw new RefusedException(Fault.DOWNGRADE, found, serving);
        }
    }

    /** Keeps the settings as they are with what serves, and enters what came with the till into the history. */
    private void rememberWhatRan(Optional<Bundle> serving) throws IOException {
        if (serving.isEmpty()) {
            return;
        }
        Bundle bundle = serving.get();
        String fingerprint = fingerprint(bundle);
        vault.keepSettings(settingsKey(fingerprint), settings.snapshot(Running.factoryPids(bundle)));
        if (vault.ran(bundle.getSymbolicName()).isEmpty()) {
            vault.record(new HistoryEntry(
                    clock.instant(),
                    Event.RUNS,
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    fingerprint,
                    WITH_THE_TILL,
                    Optional.empty()));
        }
    }

    @Override
    public synchronized Outcome rollBack(String plugIn, String by) {
        Attempted attempted = new Attempted(plugIn, by);
        try {
            Bundle serving =
                    running.of(plugIn).orElseThrow(() -> new RefusedException(Fault.NOTHING_TO_GO_BACK_TO, plugIn));
            HistoryEntry target = before(plugIn, serving.getVersion())
                    .orElseThrow(() -> new RefusedException(Fault.NOTHING_TO_GO_BACK_TO, plugIn));
            attempted.is(target);
            Bundle staged = bundleOf(target);
            rememberWhatRan(Optional.of(serving));
            record(attempted, Event.SWITCHING, Optional.empty());
            attempted.switching();
            putBack(target, staged, serving);
            record(attempted, Event.RUNS, Optional.empty());
            return new Outcome.Runs(plugIn, target.version());
        } catch (RefusedException e) {
            return refused(attempted, e);
        } catch (IOException e) {
            LOG.error("going back to the version before of {} failed", plugIn, e);
            return new Outcome.Refused(words.storeFault());
        }
    }

    private void putBack(HistoryEntry target, Bundle staged, Bundle serving) throws RefusedException, IOException {
        var asItIs = settings.snapshot(Running.factoryPids(serving));
        var asItWas = vault.settings(settingsKey(target.fingerprint()));
        if (asItWas.isPresent()) {
            settings.restore(asItWas.get());
        }
        try {
            change.over(staged, Optional.of(serving), Version.parseVersion(target.version()));
        } catch (RefusedException e) {
            settings.restore(asItIs);
            throw e;
        }
    }

    /** What ran last, after a restart of the till; what came with the till runs where nothing newer did. */
    public synchronized void resume() {
        for (String plugIn : vault.plugIns()) {
            HistoryEntry last = vault.ran(plugIn).get(0);
            Attempted attempted = new Attempted(plugIn, last.by());
            attempted.is(last);
            try {
                Optional<Bundle> serving = running.of(plugIn);
                boolean newerCame = serving.isPresent()
                        && serving.get().getVersion().compareTo(Version.parseVersion(last.version())) >= 0;
                closeWhatWasInterrupted(attempted);
                if (!last.fingerprint().isEmpty() && !newerCame) {
                    change.over(bundleOf(last), serving, Version.parseVersion(last.version()));
                }
            } catch (RefusedException e) {
                attempted.switching();
                refused(attempted, e);
            } catch (IOException e) {
                LOG.error("{} {} could not be started again", plugIn, last.version(), e);
            }
        }
    }

    private void closeWhatWasInterrupted(Attempted attempted) throws IOException {
        HistoryEntry newest = vault.history().stream()
                .filter(entry -> entry.plugIn().equals(attempted.plugIn))
                .findFirst()
                .orElseThrow();
        if (newest.event() == Event.SWITCHING) {
            vault.record(new HistoryEntry(
                    clock.instant(),
                    Event.PUT_BACK,
                    newest.plugIn(),
                    newest.version(),
                    newest.fingerprint(),
                    newest.by(),
                    Optional.of(words.interrupted())));
        }
    }

    private Bundle bundleOf(HistoryEntry entry) throws RefusedException, IOException {
        if (entry.fingerprint().isEmpty()) {
            return running.cameWithTheTill(entry.plugIn(), Version.parseVersion(entry.version()))
                    .orElseThrow(() -> new RefusedException(Fault.NOTHING_TO_GO_BACK_TO, entry.plugIn()));
        }
        Fingerprint fingerprint = new Fingerprint(entry.fingerprint());
        return change.stage(vault.kept(fingerprint), fingerprint);
    }

    private Optional<HistoryEntry> before(String plugIn, Version version) {
        return vault.ran(plugIn).stream()
                .filter(entry -> Version.parseVersion(entry.version()).compareTo(version) < 0)
                .findFirst();
    }

    private Deployed described(Bundle bundle) {
        String plugIn = bundle.getSymbolicName();
        Optional<HistoryEntry> entry = vault.ran(plugIn).stream()
                .filter(ran -> ran.version().equals(bundle.getVersion().toString()))
                .findFirst();
        return new Deployed(
                plugIn,
                bundle.getVersion().toString(),
                fingerprint(bundle),
                entry.map(HistoryEntry::at),
                entry.map(HistoryEntry::by).orElse(WITH_THE_TILL),
                before(plugIn, bundle.getVersion()).map(HistoryEntry::version));
    }

    private Outcome refused(Attempted attempted, RefusedException refusal) {
        var guidance = words.refused(refusal);
        try {
            record(attempted, attempted.event, Optional.of(guidance.happened()));
        } catch (IOException e) {
            LOG.error("the history cannot be written", e);
        }
        return new Outcome.Refused(guidance);
    }

    private void record(Attempted attempted, Event event, Optional<Message> why) throws IOException {
        vault.record(new HistoryEntry(
                clock.instant(), event, attempted.plugIn, attempted.version, attempted.fingerprint, attempted.by, why));
        LOG.info("{} {} {} by {}", attempted.plugIn, attempted.version, event, attempted.by);
    }

    private static String fingerprint(Bundle bundle) {
        return Switch.fingerprint(bundle).map(Fingerprint::hex).orElse("");
    }

    private static String settingsKey(String fingerprint) {
        return fingerprint.isEmpty() ? "with-the-till" : fingerprint;
    }

    /** What the history says of a deployment while it goes on. */
    private static final class Attempted {

        private String plugIn;
        private String version = "";
        private String fingerprint = "";
        private final String by;
        private Event event = Event.REFUSED;

        Attempted(String name, String by) {
            this.plugIn = name;
            this.by = by;
        }

        void is(Artefact artefact) {
            plugIn = artefact.symbolicName();
            version = artefact.version().toString();
            fingerprint = artefact.fingerprint().hex();
        }

        void is(HistoryEntry entry) {
            version = entry.version();
            fingerprint = entry.fingerprint();
        }

        void switching() {
            event = Event.PUT_BACK;
        }
    }
}
