package io.kassa.pos.host.refund;

import io.kassa.pos.host.sale.RefundPlan;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can still go back of a sale, as the books have it. */
final class Plans {

    private Plans() {}

    static List<RefundPlan.Source> sources(Transaction tx, Sale sale) {
        Map<AttemptId, SortedMap<Integer, Money>> gone =
                new RefundTable(tx).gone(sale.id(), sale.cart().currency());
        return sale.tenders().stream()
                .map(tender -> source(tender, gone.getOrDefault(tender.attempt(), new TreeMap<>())))
                .toList();
    }

    private static RefundPlan.Source source(Tender tender, SortedMap<Integer, Money> gone) {
        SortedMap<Integer, Money> open = new TreeMap<>(tender.shares());
        open.put(RefundPlan.SURPLUS, tender.surplus());
        open.put(RefundPlan.ROUNDING, tender.rounding());
        gone.forEach((line, amount) -> open.merge(line, amount, Money::minus));
        boolean nothingLeft =
                !open.values().stream().reduce(Money::plus).orElseThrow().isPositive();
        if (nothingLeft) {
            // cents of a line that rounding took off are nobody's money
            return new RefundPlan.Source(tender.attempt(), new TreeMap<>());
        }
        return new RefundPlan.Source(tender.attempt(), open);
    }
}
