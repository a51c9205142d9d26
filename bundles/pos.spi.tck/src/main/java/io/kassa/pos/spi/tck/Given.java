package io.kassa.pos.spi.tck;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Step;
import java.time.Instant;

/** An answer as a host stores it: what it answered, and when. */
public record Given(Step step, Answer answer, Instant at) {

    boolean answers(Step other) {
        return other.getClass().equals(step.getClass()) && other.name().equals(step.name());
    }
}
