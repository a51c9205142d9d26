package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.deploy.running.Chronicle.Subject;
import io.kassa.pos.spi.text.Message;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * Makes what the history says true when the till starts: of each plug-in the version runs that took over last, and no other. What
 * was cut off in the middle is put back, with the settings as they were before it.
 */
final class Resumption {

    private final Running running;
    private final Switch change;
    private final TakeOver takeOver;
    private final Chronicle chronicle;
    private final Earlier earlier;
    private final Answers answers;
    private final Message interrupted;

    Resumption(
            Running running,
            Switch change,
            TakeOver takeOver,
            Chronicle chronicle,
            Earlier earlier,
            Answers answers,
            Message interrupted) {
        this.running = running;
        this.change = change;
        this.takeOver = takeOver;
        this.chronicle = chronicle;
        this.earlier = earlier;
        this.answers = answers;
        this.interrupted = interrupted;
    }

    void ofAll() {
        for (String plugIn : chronicle.past().plugIns()) {
            Attempt attempt = Attempt.again(Subject.unknown(plugIn), HistoryEntry.TILL);
            Outcome outcome = answers.of(attempt, () -> of(plugIn, attempt));
            if (outcome instanceof Outcome.Refused && running.of(plugIn).isEmpty()) {
                earlier.startWhatCameWithTheTill(plugIn);
            }
        }
    }

    private void of(String plugIn, Attempt attempt) throws RefusedException, IOException {
        Optional<HistoryEntry> cutOff = chronicle.past().interrupted(plugIn);
        if (cutOff.isPresent()) {
            HistoryEntry entry = cutOff.get();
            takeOver.restoreSettings(chronicle.past().ran(plugIn).get(0));
            chronicle.record(Subject.of(entry), Event.PUT_BACK, entry.by(), Optional.of(interrupted));
        }
        Optional<Bundle> newer = earlier.newerWithTheTill(plugIn);
        if (newer.isPresent()) {
            chronicle.record(Subject.of(newer.get()), Event.RUNS, HistoryEntry.TILL, Optional.empty());
        }
        HistoryEntry last = chronicle.past().ran(plugIn).get(0);
        attempt.subject = Subject.of(last);
        Bundle wanted = earlier.ready(last);
        if (wanted.getState() != Bundle.ACTIVE) {
            change.again(wanted);
        }
        running.besides(wanted).forEach(Switch::retire);
    }
}
