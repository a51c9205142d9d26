package io.kassa.pos.host.model;

import static io.kassa.pos.host.model.Counter.ok;
import static io.kassa.pos.host.model.ModelBooks.payable;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.model.ModelSale.Tender;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How sales end, and what becomes of the money of those that were cancelled. */
final class Ending {

    private final Counter till;
    private final ModelBooks books;
    private final Refunding refunding;

    Ending(Counter till, ModelBooks books, Refunding refunding) {
        this.till = till;
        this.books = books;
        this.refunding = refunding;
    }

    void complete(String register) {
        ModelSale sale = books.open.get(register);
        if (sale == null) {
            return;
        }
        boolean allowed = !books.paying.containsKey(register) && !sale.lines.isEmpty() && sale.left() == 0;
        till.said(
                register + " completes",
                allowed,
                till.shop().selling.complete(Shop.AINO, register, new SaleId(sale.id)));
        if (allowed) {
            books.close(sale, "COMPLETED");
        }
    }

    void cancel(String register, int a) {
        ModelSale sale = books.open.get(register);
        if (sale == null) {
            return;
        }
        boolean allowed = !books.paying.containsKey(register);
        Map<AttemptId, Selling.Unused> ways = new LinkedHashMap<>();
        sale.tenders.stream().filter(tender -> !tender.isRemovable()).forEach(tender -> {
            boolean keeps = (a + tender.attempt.hashCode()) % 2 == 0;
            ways.put(new AttemptId(tender.attempt), keeps ? Selling.Unused.KEEP : Selling.Unused.REFUND);
        });
        till.said(
                register + " cancels, " + ways,
                allowed,
                till.shop().selling.cancel(Shop.AINO, register, new SaleId(sale.id), ways));
        if (!allowed) {
            return;
        }
        sale.tenders.removeIf(Tender::isRemovable);
        for (Tender tender : sale.tenders) {
            books.claims.remove(tender.transaction.orElseThrow());
            if (ways.get(new AttemptId(tender.attempt)) == Selling.Unused.KEEP) {
                books.unused.put(tender.attempt, sale);
            } else {
                books.goneBack.add(tender.transaction.orElseThrow());
            }
        }
        books.close(sale, "CANCELLED");
        refunding.adopt(
                sale,
                sale.tenders.stream()
                        .filter(tender -> !books.unused.containsKey(tender.attempt))
                        .toList());
    }

    void useUnused(String register, int a) {
        ModelSale sale = books.open.get(register);
        if (sale == null || books.unused.isEmpty()) {
            return;
        }
        String attempt = List.copyOf(books.unused.keySet()).get(a % books.unused.size());
        long eligible = payable(sale, "wallet");
        boolean allowed = !books.paying.containsKey(register) && eligible > 0;
        Result<RegisterView> result =
                till.shop().selling.useUnused(Shop.AINO, register, new SaleId(sale.id), new AttemptId(attempt));
        till.said(register + " uses " + attempt, allowed, result);
        if (!allowed) {
            return;
        }
        Tender left = books.unused.remove(attempt).tenders.stream()
                .filter(one -> one.attempt.equals(attempt))
                .findFirst()
                .orElseThrow();
        var tenders = ok(result).sale().orElseThrow().tenders();
        String moved = tenders.get(tenders.size() - 1).attempt().value();
        books.claims.put(left.transaction.orElseThrow(), moved);
        sale.tenders.add(new Tender(
                moved,
                "wallet",
                left.kept(),
                Math.min(left.kept(), eligible),
                0,
                Optional.of(sale.labelled()),
                false,
                left.transaction));
    }
}
