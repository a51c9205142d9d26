package io.kassa.pos.host.view;

import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.selling.UnusedPayment;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Draws payments that pay nothing yet. */
public final class UnusedViews {

    private UnusedViews() {}

    public static List<UnusedPayment> all(Transaction tx) {
        List<UnusedPayment> all = new ArrayList<>();
        for (UnusedTable.Unused unused : new UnusedTable(tx).open()) {
            new SaleTable(tx)
                    .find(unused.sale())
                    .flatMap(sale -> sale.tender(unused.tender()))
                    .ifPresent(tender -> all.add(of(unused, tender)));
        }
        return all;
    }

    private static UnusedPayment of(UnusedTable.Unused unused, Tender tender) {
        return new UnusedPayment(
                tender.attempt(),
                unused.sale(),
                unused.register(),
                tender.method(),
                tender.methodName(),
                tender.kept(),
                tender.reference(),
                tender.paidAt());
    }
}
