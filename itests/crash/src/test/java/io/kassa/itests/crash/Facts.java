package io.kassa.itests.crash;

import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.start.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands in the till's books, read from the database itself, without the code that wrote it. Amounts in cents.
 *
 * @param followUps what is asked again; without the payments that are looked up later, which may take as long as it takes
 */
record Facts(
        Map<String, Sale> sales,
        Map<Place, Line> lines,
        Map<String, Tender> tenders,
        List<Share> shares,
        Map<String, Attempt> attempts,
        List<Claim> claims,
        Map<String, Intent> intents,
        Map<String, Unused> unused,
        List<String> followUps,
        String audit) {

    record Sale(String id, String register, String state, long due) {}

    /** Where a line stands. */
    record Place(String sale, long number) {}

    /** @param cents what its pieces cost, its own discount taken off */
    record Line(Place place, long quantity, long cents) {}

    /**
     * What an attempt, a payment or a part of a refund, has to do with one line; 0 is what was given beyond all lines, -1 cash
     * rounding.
     */
    record Share(String attempt, long line, long cents) {}

    record Tender(
            String attempt,
            String sale,
            String method,
            long tendered,
            long applied,
            long change,
            String evidence,
            Optional<String> transaction,
            boolean removed,
            long shares,
            long rounding) {}

    record Attempt(
            String id, String kind, String sale, String method, String state, long due, Optional<String> payment) {

        boolean isPending() {
            return kind.equals("REFUND")
                    && List.of("OPEN", "UNKNOWN", "WAITING").contains(state);
        }
    }

    record Claim(String transaction, String attempt, String sale) {}

    record Intent(String attempt, String transaction, boolean open) {}

    record Unused(String attempt, String sale, String state, Optional<String> usedBy) {}

    static Facts read(Ledger ledger) {
        AuditCheck audit = ledger.audit().verify();
        return ledger.books().read(tx -> read(tx, audit));
    }

    private static Facts read(Transaction tx, AuditCheck audit) {
        return new Facts(
                keyed(
                        tx.rows(
                                """
                                SELECT s.id, s.register, s.state, COALESCE((SELECT SUM(l.quantity * l.unit_price - l.discount)
                                  FROM till_line l WHERE l.sale = s.id), 0) - s.discount AS due FROM till_sale s""",
                                row -> new Sale(
                                        row.text("id"), row.text("register"), row.text("state"), row.number("due"))),
                        Sale::id),
                keyed(
                        tx.rows(
                                "SELECT sale, number, quantity, quantity * unit_price - discount AS cents FROM till_line",
                                row -> new Line(
                                        new Place(row.text("sale"), row.number("number")),
                                        row.number("quantity"),
                                        row.number("cents"))),
                        Line::place),
                keyed(tx.rows("""
                                SELECT t.*, COALESCE((SELECT SUM(s.amount) FROM till_share s WHERE s.attempt = t.attempt), 0) AS shares
                                FROM till_tender t""", Facts::tender), Tender::attempt),
                tx.rows(
                        "SELECT attempt, line, amount FROM till_share",
                        row -> new Share(row.text("attempt"), row.number("line"), row.number("amount"))),
                keyed(tx.rows("SELECT * FROM till_attempt", Facts::attempt), Attempt::id),
                tx.rows(
                        "SELECT id, attempt, sale FROM ledger_claim WHERE ended_at IS NULL",
                        row -> new Claim(row.text("id"), row.text("attempt"), row.text("sale"))),
                keyed(
                        tx.rows(
                                "SELECT attempt, id, closed_at FROM ledger_intent",
                                row -> new Intent(
                                        row.text("attempt"),
                                        row.text("id"),
                                        row.findNumber("closed_at").isEmpty())),
                        Intent::attempt),
                keyed(
                        tx.rows(
                                "SELECT attempt, sale, state, used_by FROM till_unused",
                                row -> new Unused(
                                        row.text("attempt"),
                                        row.text("sale"),
                                        row.text("state"),
                                        row.findText("used_by"))),
                        Unused::attempt),
                tx.rows("SELECT attempt FROM till_follow_up WHERE task <> 'VERIFY'", row -> row.text("attempt")),
                audit instanceof AuditCheck.Intact ? Trail.gap(tx).orElse("") : audit.toString());
    }

    private static Tender tender(Row row) {
        return new Tender(
                row.text("attempt"),
                row.text("sale"),
                row.text("method"),
                row.number("tendered"),
                row.number("applied"),
                row.number("change"),
                row.text("evidence"),
                row.findText("reference"),
                row.flag("removed"),
                row.number("shares"),
                row.number("rounding"));
    }

    private static Attempt attempt(Row row) {
        return new Attempt(
                row.text("id"),
                row.text("kind"),
                row.text("sale"),
                row.text("method"),
                row.text("state"),
                row.number("due"),
                row.findText("payment"));
    }

    private static <K, T> Map<K, T> keyed(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** Payments that count: not taken out again, and not of a cancelled sale. */
    List<Tender> paying() {
        return tenders.values().stream()
                .filter(tender -> !tender.removed())
                .filter(tender -> sales.containsKey(tender.sale())
                        && !sales.get(tender.sale()).state().equals("CANCELLED"))
                .toList();
    }
}
