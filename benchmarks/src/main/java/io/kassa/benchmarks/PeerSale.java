package io.kassa.benchmarks;

import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.CartLine;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.TenderTable;
import io.kassa.pos.host.store.Terms;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of one sale that is paid with one receipt, as the till writes them. */
final class PeerSale {

    private static final Message NAME = message("method.name", "Smartum");
    private static final Money PRICE = Money.euro(1_000);

    private final AttemptId attempt = new AttemptId(UUID.randomUUID().toString());
    private final Sale sale;

    PeerSale(long number) {
        CartLine line = new CartLine(
                1, "gym-visit", "Gym visit", Set.of(new ProductLabel("exercise")), 1, PRICE, Money.euro(0), false);
        sale = new Sale(
                new SaleId("R1-%06d".formatted(number)),
                "R1",
                "Aino",
                Sale.State.OPEN,
                Instant.now(),
                Optional.empty(),
                1,
                new Cart(Money.EURO, List.of(line), Money.euro(0)),
                List.of());
    }

    AttemptId attempt() {
        return attempt;
    }

    /** All that is in the books when the till waits for the code. */
    Void begin(Transaction tx) {
        new SaleTable(tx).insert(sale);
        new SaleTable(tx).update(sale);
        new AttemptTable(tx)
                .insert(
                        new Attempt(
                                attempt,
                                Attempt.Kind.PAYMENT,
                                sale.id(),
                                sale.register(),
                                sale.cashier(),
                                "smartum",
                                NAME,
                                Optional.empty(),
                                Attempt.State.OPEN,
                                PRICE,
                                PRICE,
                                Optional.empty(),
                                Instant.now(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Terms.none(PRICE.currency())),
                        0);
        return null;
    }

    /** The second commit of a scan. */
    Void pay(Transaction tx, Ledger ledger, Vault vault, String transaction) {
        PaymentReference reference = new PaymentReference("smartum https://api.smartum.fi", transaction);
        Instant now = Instant.now();
        Tender tender = new Tender(
                attempt,
                "smartum",
                NAME,
                Optional.of(reference.scheme()),
                PRICE,
                PRICE,
                Money.euro(0),
                Money.euro(0),
                false,
                Evidence.SIGNED,
                Optional.empty(),
                Optional.of(reference),
                Map.of("root", "https://api.smartum.fi", "venue", "ven_pDmadXvNHA6XWoew", "benefit", "exercise"),
                List.of(message("line.paid", "Smartum, exercise: 10.00"), message("line.transaction", transaction)),
                now,
                Optional.empty(),
                new TreeMap<>(Map.of(1, PRICE)));
        ledger.claims().settle(tx, attempt, sale.id(), Optional.of(reference));
        new TenderTable(tx).insert(sale.id(), tender);
        new SaleTable(tx).place(sale.plus(tender));
        new AttemptTable(tx).end(attempt, Attempt.State.PAID, now, Optional.empty());
        new AnswerTable(tx, vault).erase(attempt);
        new FollowUpTable(tx).insert(attempt, FollowUpTable.Task.VERIFY, now, now.plusSeconds(2));
        ledger.audit()
                .append(
                        tx,
                        AuditRecord.of("Aino", "payment.taken", sale.id().value())
                                .changed(Optional.empty(), Optional.of(tender.line()))
                                .by(attempt));
        return null;
    }

    Void complete(Transaction tx) {
        new SaleTable(tx).close(sale.id(), Sale.State.COMPLETED, Instant.now());
        return null;
    }

    private static Message message(String code, String text) {
        return new Message(code, List.of(), Map.of("en", text, "fi", text, "sv", text));
    }
}
