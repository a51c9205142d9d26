package io.kassa.pos.host.store;

import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is left to do with payments, by where they came from. */
public final class OutstandingTable {

    /** @param newest when the last of them was paid or begun */
    public record Left(Origin origin, int count, Instant newest) {}

    private final Transaction tx;

    public OutstandingTable(Transaction tx) {
        this.tx = tx;
    }

    /** Payments of completed sales, and unused ones of cancelled sales, of which not everything went back or is going back. */
    public List<Left> refundable(Origin like) {
        return tx.rows("""
                SELECT t.method, t.scheme, COUNT(*) AS n, MAX(t.paid_at) AS newest
                FROM till_tender t JOIN till_sale s ON s.id = t.sale
                WHERE (t.method = ? OR t.scheme = ?) AND t.removed = 0
                  AND (s.state = 'COMPLETED' OR EXISTS (
                    SELECT 1 FROM till_unused u WHERE u.attempt = t.attempt AND u.state = 'OPEN'))
                  AND t.tendered - t.change > COALESCE((
                    SELECT SUM(r.amount) FROM till_attempt a JOIN till_share r ON r.attempt = a.id
                    WHERE a.sale = t.sale AND a.payment = t.attempt AND a.kind = 'REFUND'
                      AND a.state IN ('WAITING', 'OPEN', 'UNKNOWN', 'REFUNDED')), 0)
                GROUP BY t.method, t.scheme""", OutstandingTable::left, like.method(), like.scheme().orElse(""));
    }

    public List<Left> openPayments() {
        return attempts("a.kind = 'PAYMENT' AND a.state = 'OPEN'");
    }

    public List<Left> openRefunds() {
        return attempts("a.kind = 'REFUND' AND a.state IN ('WAITING', 'OPEN')");
    }

    /**
     * Attempts whose end is asked for, and payments that still have to be compared with what the provider has; not what was left
     * to a person.
     */
    public List<Left> unknown() {
        return attempts("a.id IN (SELECT f.attempt FROM till_follow_up f)");
    }

    private List<Left> attempts(String which) {
        return tx.rows(
                "SELECT a.method, a.scheme, COUNT(*) AS n, MAX(a.started_at) AS newest FROM till_attempt a WHERE "
                        + which + " GROUP BY a.method, a.scheme",
                OutstandingTable::left);
    }

    private static Left left(Row row) {
        Optional<String> scheme = row.findText("scheme");
        return new Left(new Origin(row.text("method"), scheme), Math.toIntExact(row.number("n")), row.time("newest"));
    }
}
