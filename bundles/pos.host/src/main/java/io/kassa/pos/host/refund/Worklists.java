package io.kassa.pos.host.refund;

import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.view.UnusedViews;
import io.kassa.pos.ledger.Transaction;
import java.util.List;
import java.util.Optional;

/** Draws what a person has to look at. */
final class Worklists {

    private Worklists() {}

    static Worklist all(Transaction tx) {
        List<Worklist.Unverified> unverified = new AttemptTable(tx)
                .vouchedFor().stream()
                        .map(attempt -> unverified(tx, attempt))
                        .flatMap(Optional::stream)
                        .toList();
        List<Worklist.Case> cases = new CaseTable(tx)
                .open().stream()
                        .map(one -> new Worklist.Case(
                                one.id(),
                                one.sale(),
                                one.attempt(),
                                one.since(),
                                one.guidance(),
                                new FollowUpTable(tx).find(one.attempt()).map(FollowUpTable.FollowUp::nextAt)))
                        .toList();
        return new Worklist(UnusedViews.all(tx), unverified, cases);
    }

    private static Optional<Worklist.Unverified> unverified(Transaction tx, Attempt attempt) {
        Optional<Tender> tender =
                new SaleTable(tx).find(attempt.sale()).flatMap((Sale sale) -> sale.tender(attempt.id()));
        return tender.map(paid -> new Worklist.Unverified(
                attempt.id(),
                attempt.sale(),
                attempt.register(),
                attempt.cashier(),
                attempt.method(),
                attempt.methodName(),
                paid.tendered(),
                paid.paidAt(),
                attempt.reason().orElse("")));
    }
}
