package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sales as they were when their last payment began, one a register: a sale that was not changed meanwhile is not read again, and
 * no filter asked, while somebody waits for the answer to a scan.
 */
final class SalesInPayment {

    private final Desk desk;
    private final Map<String, Seen> begun = new ConcurrentHashMap<>();

    SalesInPayment(Desk desk) {
        this.desk = desk;
    }

    /** @param limits what each limited method may pay of it */
    record Seen(AttemptId payment, Sale sale, List<Set<Integer>> limits) {

        /** The sale as it stands in this transaction. */
        Sale now(Transaction tx, Attempt attempt) {
            SaleTable sales = new SaleTable(tx);
            return sales.is(sale) ? sale : sales.find(attempt.sale()).orElseThrow();
        }
    }

    /** A payment of that sale is in the books. While it is open, no host changes the cart. */
    void begun(AttemptId payment, Sale sale) {
        begun.put(sale.register(), seen(payment, sale));
    }

    /** The payment is in the books; the cart is the same as before. */
    void paid(Seen before, Sale sale) {
        begun.put(sale.register(), new Seen(before.payment(), sale, before.limits()));
    }

    Optional<Sale> at(String register) {
        return Optional.ofNullable(begun.get(register)).map(Seen::sale);
    }

    /** The sale of a payment, also of one that began elsewhere or before a restart. */
    Seen of(Attempt attempt) {
        return Optional.ofNullable(begun.get(attempt.register()))
                .filter(seen -> seen.payment().equals(attempt.id()))
                .orElseGet(() -> seen(
                        attempt.id(),
                        desk.books()
                                .read(tx -> new SaleTable(tx).find(attempt.sale()))
                                .orElseThrow()));
    }

    private Seen seen(AttemptId payment, Sale sale) {
        return new Seen(payment, sale, desk.methods().limits(sale.cart()));
    }
}
