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
import io.kassa.pos.deploy.running.Chronicle.Subject;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where artefacts are handed in. One at a time; every step is in the history before the next follows. The old version is
 * retired last, after the history says that the new one runs: whatever fails before, has changed nothing.
 */
public final class DeploymentDesk implements Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentDesk.class);

    private final Inspector inspector;
    private final Vault vault;
    private final Running running;
    private final Switch change;
    private final StoredSettings settings;
    private final Chronicle chronicle;
    private final Earlier earlier;
    private final Words words = new Words();
    private final Examining examining;

    DeploymentDesk(
            Inspector inspector,
            Vault vault,
            Running running,
            Switch change,
            StoredSettings settings,
            Chronicle chronicle) {
        this.inspector = inspector;
        this.vault = vault;
        this.running = running;
        this.change = change;
        this.settings = settings;
        this.chronicle = chronicle;
        this.examining = new Examining(inspector, vault, running, words);
        this.earlier = new Earlier(vault, running, change, chronicle.past());
    }

    @Override
    public List<Deployed> running() {
        return running.all().stream().map(this::described).toList();
    }

    @Override
    public List<HistoryEntry> history() {
        return vault.history();
    }

    /** Others wait while this one is tried out, and not while it is on its way here. */
    @Override
    public Outcome deploy(InputStream artefact, String fileName, String by) {
        Attempted attempted = new Attempted(Subject.unknown(fileName), by);
        return answered(attempted, () -> {
            Path copy = vault.takeIn(artefact);
            try {
                synchronized (this) {
                    return deploy(inspector.inspect(copy), attempted);
                }
            } finally {
                vault.discard(copy);
            }
        });
    }

    private Outcome deploy(Artefact found, Attempted attempted) throws RefusedException, IOException {
        attempted.subject = new Subject(
                found.symbolicName(),
                found.version().toString(),
                found.fingerprint().hex());
        if (!examining.isNew(found)) {
            return attempted.runs();
        }
        Optional<Bundle> serving = running.of(found.symbolicName());
        Artefact kept = vault.keep(found);
        Bundle staged = change.stage(kept.file(), kept.fingerprint());
        switchTo(staged, serving, Map.of(), attempted);
        return attempted.runs();
    }

    @Override
    public Optional<Guidance> examine(InputStream artefact) {
        return examining.examine(artefact);
    }

    @Override
    public synchronized Outcome rollBack(String plugIn, String by) {
        Attempted attempted = new Attempted(Subject.unknown(plugIn), by);
        return answered(attempted, () -> {
            Bundle serving = running.of(plugIn).orElseThrow(() -> nothingBefore(plugIn));
            HistoryEntry target = earlier.than(plugIn, serving.getVersion()).orElseThrow(() -> nothingBefore(plugIn));
            attempted.subject = Subject.of(target);
            Map<String, Map<String, Object>> asItWas =
                    vault.settings(settingsKey(target.fingerprint())).orElse(Map.of());
            switchTo(earlier.staged(target), Optional.of(serving), asItWas, attempted);
            return attempted.runs();
        });
    }

    private static RefusedException nothingBefore(String plugIn) {
        return new RefusedException(Fault.NOTHING_TO_GO_BACK_TO, plugIn);
    }

    /** @param asItWas settings that have to be there before the staged version starts */
    private void switchTo(
            Bundle staged, Optional<Bundle> serving, Map<String, Map<String, Object>> asItWas, Attempted attempted)
            throws RefusedException, IOException {
        try {
            Health.Standing before = change.standing(serving);
            Map<String, Map<String, Object>> asItIs =
                    settings.snapshot(serving.map(Running::factoryPids).orElse(Set.of()));
            rememberWhatRan(serving, asItIs);
            chronicle.record(attempted.subject, Event.SWITCHING, attempted.by, Optional.empty());
            attempted.event = Event.PUT_BACK;
            try {
                settings.restore(asItWas);
                change.beside(staged, before);
                chronicle.record(attempted.subject, Event.RUNS, attempted.by, Optional.empty());
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
        Bundle bundle = serving.get();
        String fingerprint = fingerprint(bundle);
        vault.keepSettings(settingsKey(fingerprint), asItIs);
        if (chronicle
                .past()
                .ran(bundle.getSymbolicName(), bundle.getVersion(), fingerprint)
                .isEmpty()) {
            chronicle.record(subject(bundle), Event.RUNS, Chronicle.WITH_THE_TILL, Optional.empty());
        }
    }

    /**
     * Makes what the history says true: of each plug-in the version runs that took over last, and no other. Called when the till
     * has started, and again whenever a bundle starts that came with the till, in whatever order that happens.
     */
    public synchronized void resume() {
        for (String plugIn : chronicle.past().plugIns()) {
            Attempted attempted = new Attempted(Subject.unknown(plugIn), Chronicle.WITH_THE_TILL);
            attempted.event = Event.PUT_BACK;
            Outcome outcome = answered(attempted, () -> {
                resume(plugIn, attempted);
                return attempted.runs();
            });
            if (outcome instanceof Outcome.Refused && running.of(plugIn).isEmpty()) {
                earlier.startWhatCameWithTheTill(plugIn);
            }
        }
    }

    /** Whether a bundle is a version of what is deployed here, and one that came with the till. */
    public boolean cameWithTheTill(Bundle bundle) {
        return Switch.fingerprint(bundle).isEmpty()
                && chronicle.past().plugIns().contains(bundle.getSymbolicName());
    }

    private void resume(String plugIn, Attempted attempted) throws RefusedException, IOException {
        Optional<HistoryEntry> interrupted = chronicle.past().interrupted(plugIn);
        if (interrupted.isPresent()) {
            chronicle.record(
                    Subject.of(interrupted.get()),
                    Event.PUT_BACK,
                    interrupted.get().by(),
                    Optional.of(words.interrupted()));
        }
        Optional<Bundle> newer = earlier.newerWithTheTill(plugIn);
        if (newer.isPresent()) {
            chronicle.record(subject(newer.get()), Event.RUNS, Chronicle.WITH_THE_TILL, Optional.empty());
        }
        HistoryEntry last = chronicle.past().ran(plugIn).get(0);
        attempted.subject = Subject.of(last);
        Bundle wanted = earlier.ready(last);
        if (wanted.getState() != Bundle.ACTIVE) {
            change.again(wanted);
        }
        running.besides(wanted).forEach(Switch::retire);
    }

    private Deployed described(Bundle bundle) {
        String plugIn = bundle.getSymbolicName();
        Optional<HistoryEntry> entry = chronicle.past().ran(plugIn, bundle.getVersion(), fingerprint(bundle));
        return new Deployed(
                plugIn,
                bundle.getVersion().toString(),
                fingerprint(bundle),
                entry.map(HistoryEntry::at),
                entry.map(HistoryEntry::by).orElse(Chronicle.WITH_THE_TILL),
                earlier.than(plugIn, bundle.getVersion()).map(HistoryEntry::version));
    }

    private interface Work {
        Outcome done() throws RefusedException, IOException;
    }

    /** Whatever goes wrong is told as words, and is in the history if that can be written. */
    private Outcome answered(Attempted attempted, Work work) {
        try {
            return work.done();
        } catch (RefusedException e) {
            return refused(attempted, words.refused(e));
        } catch (IOException e) {
            LOG.error("{} cannot be stored", attempted.subject, e);
            return refused(attempted, words.refused(new RefusedException(Fault.STORE_FAULT)));
        } catch (RuntimeException e) {
            LOG.error("{} failed", attempted.subject, e);
            return refused(attempted, words.refused(new RefusedException(Fault.TILL_FAULT)));
        }
    }

    private Outcome refused(Attempted attempted, Guidance guidance) {
        chronicle.recordRefusal(attempted.subject, attempted.event, attempted.by, guidance.happened());
        return new Outcome.Refused(guidance);
    }

    private static Subject subject(Bundle bundle) {
        return new Subject(bundle.getSymbolicName(), bundle.getVersion().toString(), fingerprint(bundle));
    }

    private static String fingerprint(Bundle bundle) {
        return Switch.fingerprint(bundle).map(Fingerprint::hex).orElse("");
    }

    private static String settingsKey(String fingerprint) {
        return fingerprint.isEmpty() ? "with-the-till" : fingerprint;
    }

    /** What the history says of a deployment while it goes on. */
    private static final class Attempted {

        private Subject subject;
        private final String by;
        private Event event = Event.REFUSED;

        Attempted(Subject subject, String by) {
            this.subject = subject;
            this.by = by;
        }

        Outcome runs() {
            return new Outcome.Runs(subject.plugIn(), subject.version());
        }
    }
}
