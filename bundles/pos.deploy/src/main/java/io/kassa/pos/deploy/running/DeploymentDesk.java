package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.Deployed;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.artefact.Artefact;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.deploy.running.Chronicle.Subject;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** Where artefacts are handed in, and where a version before is asked for. One at a time. */
public final class DeploymentDesk implements Deployments {

    private final Inspector inspector;
    private final Vault vault;
    private final Running running;
    private final Switch change;
    private final Chronicle chronicle;
    private final TakeOver takeOver;
    private final Answers answers;
    private final Examining examining;
    private final Earlier earlier;
    private final Resumption resumption;

    DeploymentDesk(
            Inspector inspector,
            Vault vault,
            Running running,
            Switch change,
            StoredSettings settings,
            Chronicle chronicle) {
        Words words = new Words();
        this.inspector = inspector;
        this.vault = vault;
        this.running = running;
        this.change = change;
        this.chronicle = chronicle;
        this.takeOver = new TakeOver(vault, change, settings, chronicle);
        this.answers = new Answers(chronicle, words);
        this.examining = new Examining(inspector, vault, running, words);
        this.earlier = new Earlier(vault, running, change, chronicle.past());
        this.resumption = new Resumption(running, change, takeOver, chronicle, earlier, answers, words.interrupted());
    }

    @Override
    public List<Deployed> running() {
        return running.all().stream().map(this::described).toList();
    }

    @Override
    public List<HistoryEntry> history() {
        return vault.history();
    }

    /** Others wait while this one is tried out, until its end is written down, and not while it is on its way here. */
    @Override
    public Outcome deploy(InputStream artefact, String fileName, String by) {
        Attempt attempt = Attempt.of(Subject.unknown(fileName), by);
        return answers.to(attempt, () -> {
            Path copy = vault.takeIn(artefact);
            try {
                synchronized (this) {
                    return answers.of(attempt, () -> deploy(inspector.inspect(copy), attempt));
                }
            } finally {
                vault.discard(copy);
            }
        });
    }

    private void deploy(Artefact found, Attempt attempt) throws RefusedException, IOException {
        attempt.subject = Subject.of(found);
        if (!examining.isNew(found)) {
            return;
        }
        Optional<Bundle> serving = running.of(found.symbolicName());
        Artefact kept = vault.keep(found);
        takeOver.by(change.stage(kept.file(), kept.fingerprint()), serving, attempt);
    }

    @Override
    public Optional<Guidance> examine(InputStream artefact) {
        return examining.examine(artefact);
    }

    @Override
    public synchronized Outcome rollBack(String plugIn, String by) {
        Attempt attempt = Attempt.of(Subject.unknown(plugIn), by);
        return answers.of(attempt, () -> {
            Bundle serving = running.of(plugIn).orElseThrow(() -> nothingBefore(plugIn));
            HistoryEntry target = earlier.than(plugIn, serving.getVersion()).orElseThrow(() -> nothingBefore(plugIn));
            attempt.subject = Subject.of(target);
            takeOver.backTo(target, earlier.staged(target), serving, attempt);
        });
    }

    private static RefusedException nothingBefore(String plugIn) {
        return new RefusedException(Fault.NOTHING_TO_GO_BACK_TO, plugIn);
    }

    /** Called when the till has started, and again whenever a bundle starts that came with it, in whatever order that happens. */
    public synchronized void resume() {
        resumption.ofAll();
    }

    /** Whether a bundle is a version of what is deployed here, and one that came with the till. */
    public boolean cameWithTheTill(Bundle bundle) {
        return Switch.fingerprint(bundle).isEmpty()
                && chronicle.past().plugIns().contains(bundle.getSymbolicName());
    }

    private Deployed described(Bundle bundle) {
        Subject subject = Subject.of(bundle);
        Optional<HistoryEntry> entry =
                chronicle.past().ran(subject.plugIn(), bundle.getVersion(), subject.fingerprint());
        return new Deployed(
                subject.plugIn(),
                subject.version(),
                subject.fingerprint(),
                entry.map(HistoryEntry::at),
                entry.map(HistoryEntry::by).orElse(HistoryEntry.TILL),
                earlier.than(subject.plugIn(), bundle.getVersion()).map(HistoryEntry::version));
    }
}
