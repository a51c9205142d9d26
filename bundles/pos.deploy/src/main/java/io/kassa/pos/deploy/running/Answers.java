package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong with an attempt is told as words, and is in the history if that can be written. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Chronicle chronicle;
    private final Words words;

    Answers(Chronicle chronicle, Words words) {
        this.chronicle = chronicle;
        this.words = words;
    }

    interface Work {
        void done() throws RefusedException, IOException;
    }

    interface Asking {
        Outcome answered() throws RefusedException, IOException;
    }

    Outcome of(Attempt attempt, Work work) {
        return to(attempt, () -> {
            work.done();
            return attempt.runs();
        });
    }

    Outcome to(Attempt attempt, Asking asking) {
        try {
            return asking.answered();
        } catch (RefusedException e) {
            return refused(attempt, words.refused(e));
        } catch (IOException e) {
            LOG.error("{} cannot be stored", attempt.subject, e);
            return refused(attempt, words.refused(new RefusedException(Fault.STORE_FAULT)));
        } catch (RuntimeException e) {
            LOG.error("{} failed", attempt.subject, e);
            return refused(attempt, words.refused(new RefusedException(Fault.TILL_FAULT)));
        }
    }

    private Outcome refused(Attempt attempt, Guidance guidance) {
        chronicle.recordRefusal(attempt.subject, attempt.failure, attempt.by, guidance.happened());
        return new Outcome.Refused(guidance);
    }
}
