package io.kassa.pos.host.store;

import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cases for a person: closed by somebody's word, never deleted. */
public final class CaseTable {

    public record Case(String id, SaleId sale, AttemptId attempt, Instant since, Guidance guidance) {}

    /** Who closes what the till learned by itself. */
    public static final String TILL = "till";

    private final Transaction tx;

    public CaseTable(Transaction tx) {
        this.tx = tx;
    }

    public List<Case> open() {
        return tx.rows("SELECT * FROM till_case WHERE resolved_by IS NULL ORDER BY since", CaseTable::read);
    }

    public long openCount() {
        return tx.row("SELECT COUNT(*) AS n FROM till_case WHERE resolved_by IS NULL", row -> row.number("n"))
                .orElse(0L);
    }

    public Optional<Case> findOpen(String id) {
        return tx.row("SELECT * FROM till_case WHERE id = ? AND resolved_by IS NULL", CaseTable::read, id);
    }

    /** Whether there is such a case, open or closed. */
    public boolean isKnown(String id) {
        return tx.row("SELECT id FROM till_case WHERE id = ?", row -> row.text("id"), id)
                .isPresent();
    }

    /** Whether there is such a case, and a person closed it, not the till. */
    public boolean isClosedByAPerson(String id) {
        return tx.row("SELECT resolved_by FROM till_case WHERE id = ?", row -> row.findText("resolved_by"), id)
                .flatMap(found -> found)
                .filter(who -> !who.equals(TILL))
                .isPresent();
    }

    /** One case an attempt: what is learned later replaces its words, also when somebody had closed it. */
    public void put(Case one) {
        tx.write("DELETE FROM till_case WHERE id = ?", one.id());
        tx.write(
                "INSERT INTO till_case VALUES (?, ?, ?, ?, ?, NULL, NULL)",
                one.id(),
                one.sale(),
                one.attempt(),
                one.since(),
                Documents.of(one.guidance()));
    }

    public boolean resolve(String id, String who, String why) {
        return tx.execute(
                        "UPDATE till_case SET resolved_by = ?, resolution = ? WHERE id = ? AND resolved_by IS NULL",
                        who,
                        why,
                        id)
                == 1;
    }

    private static Case read(Row row) {
        return new Case(
                row.text("id"),
                new SaleId(row.text("sale")),
                new AttemptId(row.text("attempt")),
                row.time("since"),
                Documents.guidance(row.text("guidance")));
    }
}
