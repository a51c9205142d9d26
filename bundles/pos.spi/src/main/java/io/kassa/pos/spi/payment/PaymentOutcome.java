package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a payment ended. */
public sealed interface PaymentOutcome {

    <R> R accept(Visitor<R> visitor);

    /** One method a variant, so that a new variant is a compile error for hosts. */
    interface Visitor<R> {
        R paid(Paid outcome);

        R declined(Declined outcome);

        R unknown(Unknown outcome);

        R cancelled(Cancelled outcome);
    }

    /**
     * @param tendered what the customer gave
     * @param applied the part of it that pays the sale (rule P3); the rest is surplus, or change where the method gives it
     * @param reference the provider's id, claimed in the ledger before this is returned; empty where none is known
     * @param particulars what the plug-in wants to see again with a {@link RecordedPayment}, such as the venue; no secrets
     * @param receiptLines what the sale receipt says beside method and amount, whenever it is printed; how sure the payment is
     *     the host says, by the evidence, which may have changed by then
     */
    record Paid(
            Money tendered,
            Money applied,
            Optional<PaymentReference> reference,
            Evidence evidence,
            Map<String, String> particulars,
            List<Message> receiptLines)
            implements PaymentOutcome {

        public Paid {
            particulars = Map.copyOf(particulars);
            receiptLines = List.copyOf(receiptLines);
            if (!applied.isPositive() || applied.isMoreThan(tendered)) {
                throw new IllegalArgumentException("P3: 0 < applied <= tendered does not hold");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paid(this);
        }
    }

    /** Refused; nothing was paid by this attempt. */
    record Declined(Guidance guidance) implements PaymentOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declined(this);
        }
    }

    /**
     * A request that can move money was not answered; the host inquires until it knows.
     *
     * @param pause how long the provider wants to be left alone; the host does not ask sooner by itself, and waits no longer than
     *     an hour for that alone
     */
    record Unknown(Guidance guidance, Optional<Duration> pause) implements PaymentOutcome {
        public Unknown(Guidance guidance) {
            this(guidance, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown(this);
        }
    }

    /** A person gave up, or nothing was begun. */
    record Cancelled() implements PaymentOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }
}
