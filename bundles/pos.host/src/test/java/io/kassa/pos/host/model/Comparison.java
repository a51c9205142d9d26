package io.kassa.pos.host.model;

import static io.kassa.pos.host.model.Counter.must;
import static io.kassa.pos.host.model.Counter.ok;
import static io.kassa.pos.host.model.ModelBooks.payable;

import io.kassa.pos.host.model.ModelBooks.Paying;
import io.kassa.pos.host.model.ModelSale.Part;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.view.SaleViews;
import io.kassa.pos.spi.payment.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds everything that the till shows, and has stored, against the model. */
final class Comparison {

    private final Counter till;
    private final ModelBooks books;

    Comparison(Counter till, ModelBooks books) {
        this.till = till;
        this.books = books;
    }

    void compare(String register) {
        RegisterView view = ok(till.shop().selling.view(register));
        ModelSale sale = books.open.get(register);
        must(
                sale != null,
                view.sale().filter(one -> one.state().name().equals("OPEN")).isPresent(),
                "a sale is open");
        Paying now = books.paying.get(register);
        must(
                Optional.ofNullable(now).map(one -> one.attempt + " " + one.step),
                view.attempt()
                        .map(one -> one.id().value() + " "
                                + one.step().map(Step::name).orElse("")),
                "what is asked at " + register);
        if (sale != null) {
            compareOpen(view, sale, now);
        }
    }

    private void compareOpen(RegisterView view, ModelSale sale, Paying now) {
        var shown = view.sale().orElseThrow();
        must(asStored(view.id()), shown, "what is remembered of a sale");
        must(sale.due(), shown.due().minor(), "due");
        must(sale.left(), shown.left().minor(), "left");
        must(true, sale.left() >= 0, "never paid beyond what is due");
        must(
                sale.tenders.stream().mapToLong(one -> one.tendered).sum(),
                shown.tendered().minor(),
                "tendered");
        must(
                sale.tenders.stream().mapToLong(one -> one.change).sum(),
                shown.change().minor(),
                "change");
        must(
                sale.amounts(),
                shown.lines().stream()
                        .collect(
                                TreeMap::new,
                                (map, line) ->
                                        map.put(line.number(), line.amount().minor()),
                                Map::putAll),
                "the lines");
        must(
                sale.applied(),
                shown.lines().stream().mapToLong(line -> line.paid().minor()).sum(),
                "what the lines were paid with");
        must(
                true,
                shown.lines().stream().noneMatch(line -> line.paid().isMoreThan(line.amount())),
                "no line is paid beyond what it costs");
        tenders(sale, shown.tenders());
        view.methods().forEach(button -> {
            long payable = payable(sale, button.id());
            must(payable, button.eligible().minor(), "eligible for " + button.id());
            must(payable > 0 && now == null, button.ready(), "the button of " + button.id());
        });
    }

    private SaleView asStored(String register) {
        return till.shop().ledger.books().read(tx -> {
            Sale sale = new SaleTable(tx).open(register).orElseThrow();
            return SaleViews.of(sale, SaleViews.refunded(tx, sale));
        });
    }

    private void tenders(ModelSale sale, List<io.kassa.pos.host.selling.TenderView> shown) {
        must(
                sale.tenders.stream()
                        .map(one -> one.attempt + " " + one.tendered + " " + one.applied + " " + one.change + " "
                                + one.surplus() + " " + one.refunded + " " + one.transaction)
                        .toList(),
                shown.stream()
                        .map(one -> one.attempt() + " " + one.tendered().minor() + " "
                                + one.applied().minor() + " " + one.change().minor() + " "
                                + one.surplus().minor() + " " + one.refunded().minor() + " "
                                + one.reference().map(reference -> reference.id()))
                        .toList(),
                "the payments of " + sale.id);
    }

    /** Looks at every receipt, and at what the ledger and the bank have. */
    void compareAll() {
        for (ModelSale sale : books.closed) {
            if (sale.state.equals("COMPLETED") || !sale.tenders.isEmpty()) {
                compareReceipt(sale);
            }
        }
        compareBank();
        Map<String, String> standing = new TreeMap<>();
        till.shop()
                .ledger
                .books()
                .read(tx -> tx.rows(
                        "SELECT id, attempt FROM ledger_claim WHERE ended_at IS NULL",
                        row -> Map.entry(row.text("id"), row.text("attempt"))))
                .forEach(claim -> standing.put(claim.getKey(), claim.getValue()));
        must(books.claims, standing, "who holds which receipt");
        must("Intact", till.shop().ledger.audit().verify().getClass().getSimpleName(), "the audit");
    }

    private void compareReceipt(ModelSale sale) {
        ReceiptView view = till.receipt(sale);
        tenders(sale, view.sale().tenders());
        must(sale.surplus(), view.surplus().minor(), "surplus of " + sale.id);
        (sale.state.equals("COMPLETED") ? view.refundable() : List.<ReceiptView.LineRefund>of())
                .forEach(line ->
                        must(sale.refundable(line.line()), line.amount().minor(), "refundable of line " + line.line()));
        must(
                sale.tenders.stream().mapToLong(one -> one.refunded).sum(),
                view.refunded().minor(),
                "refunded of " + sale.id);
        view.refunds()
                .forEach(refund -> refund.parts().forEach(part -> {
                    Part known = sale.parts().stream()
                            .filter(one -> one.attempt.equals(part.attempt().value()))
                            .findFirst()
                            .orElseThrow();
                    String state = switch (part.state()) {
                        case ASKING -> "OPEN";
                        case NOT_KNOWN_YET -> "UNKNOWN";
                        default -> part.state().name();
                    };
                    must(known.state, state, "part " + known.attempt);
                }));
    }

    /** What the bank gave back is what the till knows to be back, or may be. */
    private void compareBank() {
        for (String id : books.transactions) {
            long back = 0;
            long mayBe = 0;
            for (ModelSale sale : books.closed) {
                for (Part part : sale.parts()) {
                    boolean ofThis = part.of
                                    .transaction
                                    .or(() -> Optional.ofNullable(books.named.get(part.attempt)))
                                    .equals(Optional.of(id))
                            && part.of.method.equals("wallet");
                    back += ofThis && part.state.equals("REFUNDED") ? part.cents : 0;
                    mayBe += ofThis && part.state.equals("UNKNOWN") ? part.cents : 0;
                }
            }
            long there = books.bank.refunded(id);
            must(true, back <= there && there <= back + mayBe, "of " + id + " went back " + there + ", known " + back);
        }
    }
}
