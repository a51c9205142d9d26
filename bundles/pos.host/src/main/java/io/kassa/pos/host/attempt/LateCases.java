package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;

/**
 * Cases of payments that came too late for their sale. The money is to be given back, unless the receipt has been used for another
 * payment, before or since: then nothing is owed for it any more, and a person reads that.
 */
public final class LateCases {

    private static final String NO_REFERENCE = "–";

    private final Desk desk;
    private final Elsewhere elsewhere;

    public LateCases(Desk desk) {
        this.desk = desk;
        this.elsewhere = new Elsewhere(desk);
    }

    void open(Transaction tx, Attempt attempt, Optional<PaymentReference> reference) {
        boolean used = reference
                .flatMap(receipt -> elsewhere.why(tx, attempt, receipt))
                .isPresent();
        put(tx, attempt, used ? Refusal.PAYMENT_LATE_USED : Refusal.PAYMENT_LATE, reference);
    }

    /** The receipt pays something else now. */
    public void usedUp(Transaction tx, PaymentReference reference) {
        new CaseTable(tx)
                .open().stream()
                        .filter(one -> isOwed(one.guidance(), reference))
                        .flatMap(one -> new AttemptTable(tx).find(one.attempt()).stream())
                        .filter(late ->
                                late.scheme().map(reference.scheme()::equals).orElse(true))
                        .forEach(late -> put(tx, late, Refusal.PAYMENT_LATE_USED, Optional.of(reference)));
    }

    private static boolean isOwed(Guidance guidance, PaymentReference reference) {
        return guidance.reason().equals(Refusal.PAYMENT_LATE.code())
                && guidance.next().arguments().contains(reference.id());
    }

    private void put(Transaction tx, Attempt attempt, Refusal why, Optional<PaymentReference> reference) {
        String id = reference.map(PaymentReference::id).orElse(NO_REFERENCE);
        Guidance late = desk.words().guidance(why, attempt.methodName(), attempt.sale(), id);
        new CaseTable(tx).put(new CaseTable.Case(attempt.id().value(), attempt.sale(), attempt.id(), desk.now(), late));
    }
}
