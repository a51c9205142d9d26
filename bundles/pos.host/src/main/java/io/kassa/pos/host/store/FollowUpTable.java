package io.kassa.pos.host.store;

import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the till asks again by itself. Each is leased while somebody asks, so that two hosts never ask the same. */
public final class FollowUpTable {

    public enum Task {
        /** Compare a payment that was checked offline with what the provider has. */
        VERIFY,
        /** Find out how a refund ended. */
        REFUND,
        /** Find out how a payment ended. */
        PAYMENT
    }

    /**
     * @param origin who is asked
     * @param tries how often it was asked so far
     */
    public record FollowUp(AttemptId attempt, Origin origin, Task task, Instant firstAt, Instant nextAt, int tries) {}

    public static final Duration LONGEST_LEASE = Duration.ofHours(1);

    private static final String WITH_ORIGIN =
            "SELECT f.*, a.method, a.scheme FROM till_follow_up f JOIN till_attempt a ON a.id = f.attempt ";

    private final Transaction tx;

    public FollowUpTable(Transaction tx) {
        this.tx = tx;
    }

    public void insert(AttemptId attempt, Task task, Instant firstAt, Instant nextAt) {
        tx.write(
                "INSERT INTO till_follow_up VALUES (?, ?, ?, ?, 0, NULL, NULL) ON CONFLICT DO NOTHING",
                attempt,
                task,
                firstAt,
                nextAt);
    }

    public Optional<FollowUp> find(AttemptId attempt) {
        return tx.row(WITH_ORIGIN + "WHERE f.attempt = ?", FollowUpTable::followUp, attempt);
    }

    /** All that wait, soonest first, whether or not their time has come and anybody here could be asked. */
    public List<FollowUp> waiting() {
        return tx.rows(WITH_ORIGIN + "ORDER BY f.next_at", FollowUpTable::followUp);
    }

    public long count(Task task) {
        return tx.row("SELECT COUNT(*) AS n FROM till_follow_up WHERE task = ?", row -> row.number("n"), task)
                .orElse(0L);
    }

    /** Since when the oldest waits. */
    public Optional<Instant> oldest() {
        return tx.row("SELECT MIN(first_at) AS oldest FROM till_follow_up", row -> row.findTime("oldest"))
                .flatMap(found -> found);
    }

    /**
     * Whether it is this holder's to ask now: nobody else is asking, and nobody has asked since it was read.
     *
     * @param until when the lease ends by itself; one that ends more than {@link #LONGEST_LEASE} ahead is from before the clock
     *     ran back, and counts for nothing
     */
    public boolean lease(FollowUp read, String holder, Instant now, Instant until) {
        return tx.execute("""
                UPDATE till_follow_up SET lease = ?, lease_until = ?
                WHERE attempt = ? AND tries = ? AND (lease IS NULL OR lease_until <= ? OR lease_until > ?)""", holder, until, read.attempt(), read.tries(), now, now.plus(LONGEST_LEASE)) == 1;
    }

    /** Asked, and still not known; nothing changes when the lease has gone to another holder meanwhile. */
    public void again(AttemptId attempt, String holder, Instant nextAt) {
        tx.write("""
                UPDATE till_follow_up SET next_at = ?, tries = tries + 1, lease = NULL, lease_until = NULL
                WHERE attempt = ? AND lease = ?""", nextAt, attempt, holder);
    }

    public void delete(AttemptId attempt) {
        tx.write("DELETE FROM till_follow_up WHERE attempt = ?", attempt);
    }

    private static FollowUp followUp(Row row) {
        return new FollowUp(
                new AttemptId(row.text("attempt")),
                new Origin(row.text("method"), row.findText("scheme")),
                Task.valueOf(row.text("task")),
                row.time("first_at"),
                row.time("next_at"),
                Math.toIntExact(row.number("tries")));
    }
}
