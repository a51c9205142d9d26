package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a refund ended. */
public sealed interface RefundOutcome {

    <R> R accept(Visitor<R> visitor);

    /** One method a variant, so that a new variant is a compile error for hosts. */
    interface Visitor<R> {
        R refunded(Refunded outcome);

        R declined(Declined outcome);

        R unknown(Unknown outcome);

        R cancelled(Cancelled outcome);
    }

    /**
     * @param amount what went back: exactly what was requested
     * @param reference the provider's id of the payment that was undone, where there is one
     * @param receiptLines what the refund's receipt says beside method and amount
     */
    record Refunded(Money amount, Optional<PaymentReference> reference, Evidence evidence, List<Message> receiptLines)
            implements RefundOutcome {

        public Refunded {
            receiptLines = List.copyOf(receiptLines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refunded(this);
        }
    }

    /** Refused; nothing went back by this attempt, and nothing will. */
    record Declined(Guidance guidance) implements RefundOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declined(this);
        }
    }

    /**
     * The request left the machine and was not answered; the host inquires until it knows.
     *
     * @param pause how long the provider wants to be left alone; the host does not ask sooner by itself, and waits no longer than
     *     an hour for that alone
     */
    record Unknown(Guidance guidance, Optional<Duration> pause) implements RefundOutcome {
        public Unknown(Guidance guidance) {
            this(guidance, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown(this);
        }
    }

    /** A person gave up, or nothing was begun. */
    record Cancelled() implements RefundOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }
}
