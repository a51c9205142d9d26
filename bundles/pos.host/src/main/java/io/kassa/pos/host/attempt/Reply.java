package io.kassa.pos.host.attempt;

import io.kassa.pos.host.store.Vouched;
import io.kassa.pos.spi.payment.Answer;
import java.util.Optional;

/**
 * What a person answers.
 *
 * @param by that person
 * @param reason why that person vouches, where the answer does
 */
public record Reply(String by, Answer answer, Optional<String> reason) {

    public Reply(String by, Answer answer) {
        this(by, answer, Optional.empty());
    }

    /** Giving up is told to the method once, and not again. */
    boolean isKept() {
        return !(answer instanceof Answer.Cancelled);
    }

    Optional<Vouched> vouched() {
        return reason.map(why -> new Vouched(by, why));
    }
}
