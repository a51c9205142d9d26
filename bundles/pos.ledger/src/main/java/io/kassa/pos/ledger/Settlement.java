package io.kassa.pos.ledger;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.PaymentReference;
import java.util.Set;

/** The answer to writing an attempt's claims. */
public sealed interface Settlement {

    /** The claims are the attempt's as soon as the transaction commits. */
    record Settled(Set<PaymentReference> references) implements Settlement {
        public Settled {
            references = Set.copyOf(references);
        }
    }

    /** Another host was first, and nothing was written: take the outcome back and ask the step again (rule L5). */
    record Taken(PaymentReference reference, Claim.Held holder) implements Settlement {}
}
