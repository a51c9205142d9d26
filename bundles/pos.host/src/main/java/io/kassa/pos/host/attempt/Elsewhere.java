package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;

/**
 * Whether a receipt has another owner: it pays another sale, or its money goes back. That is looked at before anything else,
 * because then nothing more is owed for it, however the sale stands that wanted it.
 */
final class Elsewhere {

    private final Desk desk;
    private final UsedReceipt used;

    Elsewhere(Desk desk) {
        this.desk = desk;
        this.used = new UsedReceipt(desk);
    }

    /** Why an attempt cannot have a receipt, as the books stand in this transaction. */
    Optional<Guidance> why(Transaction tx, Attempt attempt, PaymentReference reference) {
        return desk.claims()
                .holder(tx, reference)
                .filter(held -> !held.attempt().equals(attempt.id()))
                .map(held -> used.words(tx, attempt.sale(), reference, held))
                .or(() -> desk.claims()
                        .refundedFrom(tx, reference)
                        .map(sale -> desk.words().guidance(Refusal.REFERENCE_REFUNDING, sale)))
                .or(() -> new UnusedTable(tx)
                        .refundedAfter(reference)
                        .map(sale -> desk.words().guidance(Refusal.REFERENCE_REFUNDED, sale)));
    }
}
