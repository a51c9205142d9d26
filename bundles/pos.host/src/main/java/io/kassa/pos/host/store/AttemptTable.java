package io.kassa.pos.host.store;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Attempts to pay and to refund. */
public final class AttemptTable {

    private static final String FIND = "SELECT * FROM till_attempt WHERE id = ?";

    static final String REFUNDING = "SELECT DISTINCT sale FROM till_attempt WHERE kind = 'REFUND' AND state = 'OPEN'";

    private final Transaction tx;

    public AttemptTable(Transaction tx) {
        this.tx = tx;
    }

    public Optional<Attempt> find(AttemptId id) {
        return tx.row(FIND, AttemptTable::attempt, id);
    }

    /** The same for whoever asks nothing else. */
    public static Optional<Attempt> find(Books books, AttemptId id) {
        return books.row(FIND, AttemptTable::attempt, id);
    }

    /** The register of a payment; empty when there is no such payment. */
    public static Optional<String> registerOfPayment(Books books, AttemptId id) {
        return books.row(
                "SELECT register FROM till_attempt WHERE id = ? AND kind = 'PAYMENT'", row -> row.text("register"), id);
    }

    /** @param by who answered last; who began it when nobody did */
    public record Answered(Attempt attempt, String by) {}

    public Optional<Answered> answered(AttemptId id) {
        return tx.row("""
                SELECT a.*, COALESCE((SELECT person FROM till_answer WHERE attempt = a.id ORDER BY number DESC LIMIT 1),
                  a.cashier) AS answered_by FROM till_attempt a WHERE a.id = ?""", row -> new Answered(attempt(row), row.text("answered_by")), id);
    }

    /** What the register's modal shows: the payment under way, else the one whose end nobody has read yet. */
    public Optional<Attempt> onScreen(String register) {
        return paying(register)
                .or(() -> tx
                        .rows(
                                "SELECT * FROM till_attempt WHERE register = ? AND kind = 'PAYMENT' AND shown = 1",
                                AttemptTable::attempt,
                                register)
                        .stream()
                        .max(Comparator.comparing(Attempt::startedAt)));
    }

    public Optional<Attempt> paying(String register) {
        return tx.row(
                "SELECT * FROM till_attempt WHERE register = ? AND kind = 'PAYMENT' AND state = 'OPEN'",
                AttemptTable::attempt,
                register);
    }

    /** The parts of a refund, in order. */
    public List<Attempt> parts(String refund) {
        return tx.rows("SELECT * FROM till_attempt WHERE refund = ? ORDER BY place", AttemptTable::attempt, refund);
    }

    /** The parts of a refund that are under way or wait for that, in order. */
    public List<Attempt> unfinished(RefundTable.Refund refund) {
        return tx.rows("""
                SELECT * FROM till_attempt WHERE sale = ? AND refund = ? AND state IN ('WAITING', 'OPEN')
                ORDER BY place""", AttemptTable::attempt, refund.sale(), refund.id());
    }

    /** The parts of a sale's refunds that are under way. */
    public List<Attempt> openRefunds(SaleId sale) {
        return tx.rows("""
                SELECT * FROM till_attempt WHERE sale = ? AND kind = 'REFUND' AND state = 'OPEN'
                ORDER BY started_at, place""", AttemptTable::attempt, sale);
    }

    /** The parts of all refunds that are under way. */
    public List<Attempt> openRefunds() {
        return tx.rows("SELECT * FROM till_attempt WHERE kind = 'REFUND' AND state = 'OPEN'", AttemptTable::attempt);
    }

    /** The parts of a sale's refunds that went back, in order. */
    public List<Attempt> refunded(SaleId sale) {
        return tx.rows("""
                SELECT * FROM till_attempt WHERE sale = ? AND kind = 'REFUND' AND state = 'REFUNDED'
                ORDER BY started_at, refund, place""", AttemptTable::attempt, sale);
    }

    /** Sales of which a refund is under way. */
    public List<SaleId> refunding() {
        return tx.rows(REFUNDING, row -> new SaleId(row.text("sale")));
    }

    /** Whether a payment is on its way back, or may be. */
    public boolean isRefunding(AttemptId payment) {
        return !tx.rows("""
                SELECT id FROM till_attempt
                WHERE payment = ? AND kind = 'REFUND' AND state IN ('WAITING', 'OPEN', 'UNKNOWN')""", row -> row.text("id"), payment).isEmpty();
    }

    /** Payments that nobody but a cashier vouches for, by the same test as a tender's own, oldest first. */
    public List<Attempt> vouchedFor() {
        return tx.rows("""
                SELECT a.* FROM till_attempt a JOIN till_tender t ON t.attempt = a.id
                WHERE a.reason IS NOT NULL AND t.removed = 0 AND t.evidence = 'ATTESTED' ORDER BY t.paid_at""", AttemptTable::attempt);
    }

    public long open(String method) {
        return tx.row("""
                SELECT COUNT(*) AS n FROM till_attempt WHERE kind = 'PAYMENT' AND state = 'OPEN' AND method = ?""", row -> row.number("n"), method).orElse(0L);
    }

    /** @param place the order of the parts of one refund */
    public void insert(Attempt attempt, int place) {
        tx.write(
                "INSERT INTO till_attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?)",
                attempt.id(),
                attempt.kind(),
                attempt.sale(),
                attempt.register(),
                attempt.cashier(),
                attempt.method(),
                Documents.of(attempt.methodName()),
                attempt.state(),
                attempt.due().minor(),
                attempt.eligible().minor(),
                attempt.due().currency().getCurrencyCode(),
                attempt.only().map(Documents::ofNumbers),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.guidance().map(Documents::of),
                attempt.shown(),
                attempt.vouched().map(Vouched::reason),
                Documents.ofMessages(attempt.receiptLines()),
                attempt.refund(),
                attempt.payment(),
                place,
                attempt.scheme(),
                attempt.terms().rounding().minor(),
                attempt.terms().account(),
                attempt.terms().surplusAccount(),
                attempt.vouched().map(Vouched::by));
    }

    /** Ends an attempt, or notes that its end is not known; with guidance it stays on the screen until somebody read it. */
    public void end(AttemptId id, Attempt.State state, Instant at, Optional<Guidance> guidance) {
        tx.write(
                "UPDATE till_attempt SET state = ?, ended_at = ?, guidance = ?, shown = ? WHERE id = ?",
                state,
                at,
                guidance.map(Documents::of),
                guidance.isPresent(),
                id);
    }

    public void begin(AttemptId id, Instant at) {
        tx.write("UPDATE till_attempt SET state = 'OPEN', started_at = ? WHERE id = ?", at, id);
    }

    public void dismiss(AttemptId id) {
        tx.write("UPDATE till_attempt SET shown = 0 WHERE id = ?", id);
    }

    /** The next payment of a register takes the messages of those before off its screen. */
    public void dismissAll(String register) {
        tx.write("UPDATE till_attempt SET shown = 0 WHERE register = ? AND kind = 'PAYMENT' AND shown = 1", register);
    }

    public void vouch(AttemptId id, Vouched vouched) {
        tx.write("UPDATE till_attempt SET reason = ?, vouched_by = ? WHERE id = ?", vouched.reason(), vouched.by(), id);
    }

    public void receiptLines(AttemptId id, List<Message> lines) {
        tx.write("UPDATE till_attempt SET receipt_lines = ? WHERE id = ?", Documents.ofMessages(lines), id);
    }

    private static Attempt attempt(Row row) {
        Currency currency = Currency.getInstance(row.text("currency"));
        return new Attempt(
                new AttemptId(row.text("id")),
                Attempt.Kind.valueOf(row.text("kind")),
                new SaleId(row.text("sale")),
                row.text("register"),
                row.text("cashier"),
                row.text("method"),
                Documents.message(row.text("method_name")),
                row.findText("scheme"),
                Attempt.State.valueOf(row.text("state")),
                new Money(row.number("due"), currency),
                new Money(row.number("eligible"), currency),
                row.findText("payable").map(Documents::numbers),
                row.time("started_at"),
                row.findTime("ended_at"),
                row.findText("guidance").map(Documents::guidance),
                row.flag("shown"),
                row.findText("reason").map(reason -> new Vouched(vouchedBy(row), reason)),
                Documents.messages(row.text("receipt_lines")),
                row.findText("refund"),
                row.findText("payment").map(AttemptId::new),
                new Terms(
                        new Money(row.number("rounding"), currency), row.text("account"), row.text("surplus_account")));
    }

    /** A host of an older version beside this one, at the same database, does not say who. */
    private static String vouchedBy(Row row) {
        return row.findText("vouched_by").orElseGet(() -> row.text("cashier"));
    }
}
