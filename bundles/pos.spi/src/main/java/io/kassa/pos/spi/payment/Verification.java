package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the provider says, later, about a payment that stands in the books. */
public sealed interface Verification {

    <R> R accept(Visitor<R> visitor);

    /** One method a variant, so that a new variant is a compile error for hosts. */
    interface Visitor<R> {
        R confirmed(Confirmed verification);

        R contradicted(Contradicted verification);

        R refused(Refused verification);

        R unanswered(Unanswered verification);
    }

    /**
     * It is as the books have it.
     *
     * @param reference the provider's id, claimed in the ledger where it was not known before
     * @param particulars replace those of the payment
     */
    record Confirmed(PaymentReference reference, Map<String, String> particulars) implements Verification {
        public Confirmed {
            particulars = Map.copyOf(particulars);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.confirmed(this);
        }
    }

    /**
     * It is not as the books have it: other amount, other venue, cancelled, refunded, used by another sale. A case for a person.
     *
     * @param reference the provider's id, where one was given or known
     */
    record Contradicted(Optional<PaymentReference> reference, Guidance guidance) implements Verification {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contradicted(this);
        }
    }

    /** The typed text cannot be looked up (wrong form, unknown to the provider); nothing changes. */
    record Refused(Guidance guidance) implements Verification {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /**
     * The provider did not answer; ask again later.
     *
     * @param pause how long the provider wants to be left alone; the host does not ask sooner by itself, and waits no longer than
     *     an hour for that alone
     */
    record Unanswered(Guidance guidance, Optional<Duration> pause) implements Verification {
        public Unanswered(Guidance guidance) {
            this(guidance, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unanswered(this);
        }
    }
}
