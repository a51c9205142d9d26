package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.fail;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.Optional;

/**
 * How far a cashier came.
 *
 * @param turn where the attempt stands now
 * @param given the answers that a host would have stored: those that were not refused
 * @param refused the last answer, when its step was asked again
 */
public record Walk<O>(Turn<O> turn, List<Given> given, Optional<Given> refused) {

    public Walk {
        given = List.copyOf(given);
    }

    /** The outcome; fails the test when there is none. */
    public O outcome() {
        return end().orElseGet(() -> fail("The attempt has not ended: " + this));
    }

    public Optional<O> end() {
        return turn instanceof Turn.Done<O> done ? Optional.of(done.outcome()) : Optional.empty();
    }

    /** The question that is open; fails the test when there is none. */
    public Turn.Ask<O> question() {
        return turn instanceof Turn.Ask<O> ask ? ask : fail("Nothing is asked: " + this);
    }

    /** Why it went no further: the problem of the step that is asked again, or the refusal that ended the attempt. */
    public Optional<Guidance> refusal() {
        if (turn instanceof Turn.Ask<O> ask) {
            return ask.problem();
        }
        Object outcome = outcome();
        if (outcome instanceof PaymentOutcome.Declined declined) {
            return Optional.of(declined.guidance());
        }
        return outcome instanceof RefundOutcome.Declined declined ? Optional.of(declined.guidance()) : Optional.empty();
    }

    /** What of the script has not been given yet. */
    List<Answer> left(List<Answer> script) {
        int used = 0;
        for (Given each : given) {
            used += used < script.size() && script.get(used).equals(each.answer()) ? 1 : 0;
        }
        return script.subList(used, script.size());
    }

    /** Says where it stands without the answers, which may be secret. */
    @Override
    public String toString() {
        String steps = given.stream().map(each -> each.step().name()).toList().toString();
        String reason =
                refusal().map(Guidance::reason).map(code -> " refused: " + code).orElse("");
        return turn instanceof Turn.Ask<O> ask
                ? "answered " + steps + ", asked " + ask.step().name() + reason
                : "answered " + steps + ", ended " + outcome().getClass().getSimpleName() + reason;
    }
}
