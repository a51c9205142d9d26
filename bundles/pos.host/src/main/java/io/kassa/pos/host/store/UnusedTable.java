package io.kassa.pos.host.store;

import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments of cancelled sales: the customer's money has moved, and pays nothing until one of the ways on is taken. */
public final class UnusedTable {

    public enum State {
        OPEN,
        USED,
        REFUNDING,
        REFUNDED
    }

    /** @param tender the payment in the cancelled sale */
    public record Unused(AttemptId tender, SaleId sale, String register, State state) {}

    private final Transaction tx;

    public UnusedTable(Transaction tx) {
        this.tx = tx;
    }

    public Optional<Unused> find(AttemptId tender) {
        return tx.row("SELECT * FROM till_unused WHERE attempt = ?", UnusedTable::unused, tender);
    }

    /** Those that nobody decided about, oldest first. */
    public List<Unused> open() {
        return tx.rows("SELECT * FROM till_unused WHERE state = 'OPEN' ORDER BY since", UnusedTable::unused);
    }

    public long openCount() {
        return tx.row("SELECT COUNT(*) AS n FROM till_unused WHERE state = 'OPEN'", row -> row.number("n"))
                .orElse(0L);
    }

    /** What the books know about a receipt that was taken for a sale that was cancelled, newest first. */
    private List<Unused> of(PaymentReference reference) {
        // ordered here: each scan asks, there is next to never any, and being ready to order takes SQLite three times
        // as long
        return tx
                .rows(
                        "SELECT * FROM till_unused WHERE scheme = ? AND reference = ?",
                        row -> Map.entry(row.time("since"), unused(row)),
                        reference.scheme(),
                        reference.id())
                .stream()
                .sorted(Map.Entry.<Instant, Unused>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The cancelled sale after which this receipt's money goes back, or went: it pays nothing any more. */
    public Optional<SaleId> refundedAfter(PaymentReference reference) {
        return of(reference).stream()
                .findFirst()
                .filter(newest -> newest.state() == State.REFUNDING || newest.state() == State.REFUNDED)
                .map(Unused::sale);
    }

    /** The receipt pays another sale now: nobody is to use or refund it from the list as well. */
    public void usedUp(PaymentReference reference, SaleId sale) {
        of(reference).stream().filter(one -> one.state() == State.OPEN).forEach(one -> {
            used(one.tender(), sale);
            // the receipt is looked up for the sale that it pays now
            new FollowUpTable(tx).delete(one.tender());
        });
    }

    public void insert(Unused unused, Optional<PaymentReference> reference, Instant since) {
        tx.write(
                "INSERT INTO till_unused VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
                unused.tender(),
                unused.sale(),
                unused.register(),
                unused.state(),
                reference.map(PaymentReference::scheme),
                reference.map(PaymentReference::id),
                since);
    }

    public void move(AttemptId tender, State state) {
        tx.write("UPDATE till_unused SET state = ? WHERE attempt = ?", state, tender);
    }

    /** The receipt pays another sale now. */
    public void used(AttemptId tender, SaleId sale) {
        tx.write("UPDATE till_unused SET state = 'USED', used_by = ? WHERE attempt = ?", sale, tender);
    }

    private static Unused unused(Row row) {
        return new Unused(
                new AttemptId(row.text("attempt")),
                new SaleId(row.text("sale")),
                row.text("register"),
                State.valueOf(row.text("state")));
    }
}
