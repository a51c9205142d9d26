package io.kassa.pos.web.api;

import io.kassa.pos.spi.payment.Answer;
import java.util.Optional;

/**
 * An answer to the step that is asked.
 *
 * @param step its name, as it was shown
 * @param reason why a typed amount is taken
 */
record StepAnswer(String step, Answer answer, Optional<String> reason) {

    /** In characters, of what a person gives as a reason; it is kept for ever. */
    static final int LONGEST_REASON = 500;

    StepAnswer {
        if (reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            throw new IllegalArgumentException("A reason is too long");
        }
    }
}
