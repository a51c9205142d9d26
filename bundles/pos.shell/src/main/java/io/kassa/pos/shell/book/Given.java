package io.kassa.pos.shell.book;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Step;
import java.time.Instant;

/**
 * An answer with what it answered and when: enough to give it again after a restart, as of its own time.
 *
 * @param kind of the step, such as {@code ScanCode}
 * @param step the step's name
 */
public record Given(String kind, String step, Answer answer, Instant at) {

    public static Given to(Step step, Answer answer, Instant at) {
        return new Given(kind(step), step.name(), answer, at);
    }

    /** Whether it was given to that step; if not, replay stops, and the step is asked. */
    public boolean wasGivenTo(Step asked) {
        return step.equals(asked.name()) && kind.equals(kind(asked)) && answer.fits(asked);
    }

    private static String kind(Step step) {
        return step.getClass().getSimpleName();
    }
}
