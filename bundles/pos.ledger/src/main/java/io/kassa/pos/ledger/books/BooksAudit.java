package io.kassa.pos.ledger.books;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.AuditEntry;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The audit in a table, with the head of its chain beside it, so that the newest entries cannot go missing unseen. */
public final class BooksAudit implements Audit {

    private static final int PAGE = 1000;

    private final Books books;
    private final Clock clock;

    private record Head(long number, String hash) {}

    public BooksAudit(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
        books.install(LedgerSchema.PART);
    }

    @Override
    public void append(Transaction transaction, AuditRecord what) {
        Head head = head(transaction);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long number = head.number() + 1;
        String hash = AuditChain.link(head.hash(), number, now, what);
        transaction.write("UPDATE ledger_audit_head SET number = ?, hash = ?", number, hash);
        transaction.write(
                "INSERT INTO ledger_audit (number, at, who, what, subject, value_before, value_after, attempt, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                now,
                what.who(),
                what.what(),
                what.subject(),
                what.before(),
                what.after(),
                what.attempt(),
                hash);
    }

    @Override
    public List<AuditEntry> page(long before, int limit) {
        if (limit < 1 || limit > PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + PAGE + " entries");
        }
        return books.read(transaction -> transaction.rows(
                "SELECT * FROM ledger_audit WHERE number < ? ORDER BY number DESC LIMIT ?",
                BooksAudit::entry,
                before,
                limit));
    }

    @Override
    public AuditCheck verify() {
        return books.read(BooksAudit::verify);
    }

    /** Checks the whole chain as that transaction sees it. */
    public static AuditCheck verify(Transaction transaction) {
        Head last = new Head(0, AuditChain.START);
        while (true) {
            List<AuditEntry> page = transaction.rows(
                    "SELECT * FROM ledger_audit WHERE number > ? ORDER BY number LIMIT ?",
                    BooksAudit::entry,
                    last.number(),
                    PAGE);
            if (page.isEmpty()) {
                return findHead(transaction).filter(last::equals).isPresent()
                        ? new AuditCheck.Intact(last.number(), last.hash())
                        : new AuditCheck.Broken(last.number() + 1);
            }
            for (AuditEntry entry : page) {
                long number = last.number() + 1;
                String hash = AuditChain.link(last.hash(), number, entry.at(), entry.record());
                if (entry.number() != number || !entry.hash().equals(hash)) {
                    return new AuditCheck.Broken(number);
                }
                last = new Head(number, hash);
            }
        }
    }

    /** Whether an entry has that hash, or the chain begins with it. */
    public static boolean has(Transaction transaction, String hash) {
        return hash.equals(AuditChain.START)
                || transaction
                        .row("SELECT number FROM ledger_audit WHERE hash = ?", row -> row.number("number"), hash)
                        .isPresent();
    }

    private static Head head(Transaction transaction) {
        return findHead(transaction).orElseThrow(() -> new IllegalStateException("The audit has lost its head"));
    }

    private static Optional<Head> findHead(Transaction transaction) {
        return transaction.row(
                "SELECT number, hash FROM ledger_audit_head", row -> new Head(row.number("number"), row.text("hash")));
    }

    private static AuditEntry entry(Row row) {
        AuditRecord record = new AuditRecord(
                row.text("who"),
                row.text("what"),
                row.text("subject"),
                row.findText("value_before"),
                row.findText("value_after"),
                row.findText("attempt").map(AttemptId::new));
        return new AuditEntry(row.number("number"), row.time("at"), record, row.text("hash"));
    }
}
