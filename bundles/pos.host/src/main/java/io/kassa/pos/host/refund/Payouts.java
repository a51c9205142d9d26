package io.kassa.pos.host.refund;

import io.kassa.pos.host.refund.Ways.Way;
import io.kassa.pos.host.sale.RefundPlan;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.Terms;
import io.kassa.pos.ledger.Transaction;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What the way by which a payment goes back makes of it. */
final class Payouts {

    private Payouts() {}

    /** What is handed over for a part by that way. */
    static RefundPlan.Part of(
            Transaction tx, List<RefundPlan.Source> sources, RefundPlan.Part part, Way way, Currency currency) {
        RefundPlan.Source source = sources.stream()
                .filter(one -> one.payment().equals(part.payment()))
                .findFirst()
                .orElseThrow();
        return part.handedOver(source, new MethodTable(tx).rounds(way.method()), currency);
    }

    /** What goes back by its own way is booked where the payment was. */
    static Terms terms(Transaction tx, Tender tender, Way way, Currency currency) {
        Optional<Attempt> paid = new AttemptTable(tx)
                .find(tender.attempt())
                .filter(attempt -> way.method().equals(tender.method()));
        return paid.map(attempt -> attempt.terms().unrounded())
                .orElseGet(() -> new MethodTable(tx).terms(way.method(), currency));
    }
}
