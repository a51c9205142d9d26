package io.kassa.pos.shell.book;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome.Paid;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was paid, with all that the method wants to see again when it is refunded. */
public final class Payments {

    private final Books books;

    public Payments(Books books) {
        this.books = books;
    }

    void insert(Transaction tx, Attempt attempt, Paid paid, Instant at) {
        tx.write(
                "INSERT INTO shell_payment (attempt, sale, currency, tendered, applied, refunded, scheme, reference, evidence,"
                        + " paid_at) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                attempt.id(),
                attempt.sale(),
                paid.tendered().currency().getCurrencyCode(),
                paid.tendered().minor(),
                paid.applied().minor(),
                paid.reference().map(PaymentReference::scheme),
                paid.reference().map(PaymentReference::id),
                paid.evidence(),
                at);
        paid.particulars()
                .forEach((name, value) -> tx.write(
                        "INSERT INTO shell_particular (attempt, name, value) VALUES (?, ?, ?)",
                        attempt.id(),
                        name,
                        value));
    }

    void refunded(Transaction tx, AttemptId payment, Money amount) {
        tx.write("UPDATE shell_payment SET refunded = refunded + ? WHERE attempt = ?", amount.minor(), payment);
    }

    public List<RecordedPayment> of(SaleId sale) {
        return books.read(tx ->
                tx.rows("SELECT * FROM shell_payment WHERE sale = ? ORDER BY paid_at", row -> payment(tx, row), sale));
    }

    public Optional<RecordedPayment> by(AttemptId attempt) {
        return books.read(tx -> by(tx, attempt));
    }

    Optional<RecordedPayment> by(Transaction tx, AttemptId attempt) {
        return tx.row("SELECT * FROM shell_payment WHERE attempt = ?", row -> payment(tx, row), attempt);
    }

    private static RecordedPayment payment(Transaction tx, Row row) {
        Currency currency = Currency.getInstance(row.text("currency"));
        AttemptId attempt = new AttemptId(row.text("attempt"));
        return new RecordedPayment(
                attempt,
                new SaleId(row.text("sale")),
                new Money(row.number("tendered"), currency),
                new Money(row.number("applied"), currency),
                new Money(row.number("refunded"), currency),
                row.findText("scheme").map(scheme -> new PaymentReference(scheme, row.text("reference"))),
                Evidence.valueOf(row.text("evidence")),
                row.time("paid_at"),
                particulars(tx, attempt));
    }

    private static Map<String, String> particulars(Transaction tx, AttemptId attempt) {
        return tx
                .rows(
                        "SELECT name, value FROM shell_particular WHERE attempt = ?",
                        row -> Map.entry(row.text("name"), row.text("value")),
                        attempt)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
