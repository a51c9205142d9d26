package io.kassa.pos.host.store;

import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Refunds; their parts are attempts. */
public final class RefundTable {

    static final String UNFINISHED = """
            SELECT * FROM till_refund
            WHERE id IN (SELECT refund FROM till_attempt WHERE kind = 'REFUND' AND state = 'OPEN')
            ORDER BY started_at, id""";

    /** A refund of a sale, without its parts. */
    public record Refund(String id, SaleId sale, String cashier, Instant startedAt, Money amount) {}

    private final Transaction tx;

    public RefundTable(Transaction tx) {
        this.tx = tx;
    }

    public Optional<Refund> find(String id) {
        return tx.row("SELECT * FROM till_refund WHERE id = ?", RefundTable::refund, id);
    }

    public List<Refund> of(SaleId sale) {
        return tx.rows("SELECT * FROM till_refund WHERE sale = ? ORDER BY started_at, id", RefundTable::refund, sale);
    }

    /** Those with a part under way, oldest first; while a part waits, one before it is. */
    public List<Refund> unfinished() {
        return tx.rows(UNFINISHED, RefundTable::refund);
    }

    public void insert(Refund refund) {
        tx.write(
                "INSERT INTO till_refund VALUES (?, ?, ?, ?, ?, ?)",
                refund.id(),
                refund.sale(),
                refund.cashier(),
                refund.startedAt(),
                refund.amount().minor(),
                refund.amount().currency().getCurrencyCode());
    }

    /** Notes which lines a part of a refund gives back, in the table of the payments' own shares. */
    public void insertShares(AttemptId part, SortedMap<Integer, Money> shares) {
        shares.forEach(
                (line, amount) -> tx.write("INSERT INTO till_share VALUES (?, ?, ?)", part, line, amount.minor()));
    }

    /** Line to what a part of a refund gives back for it. */
    public SortedMap<Integer, Money> shares(AttemptId part, Currency currency) {
        SortedMap<Integer, Money> shares = new TreeMap<>();
        tx.rows(
                        "SELECT line, amount FROM till_share WHERE attempt = ?",
                        row -> new Gone(
                                part, Math.toIntExact(row.number("line")), new Money(row.number("amount"), currency)),
                        part)
                .forEach(share -> shares.put(share.line(), share.amount()));
        return shares;
    }

    /** Payment to line to what went back of it, or may have: parts that ended without paying back do not count. */
    public Map<AttemptId, SortedMap<Integer, Money>> gone(SaleId sale, Currency currency) {
        return gone(sale, currency, "'WAITING', 'OPEN', 'UNKNOWN', 'REFUNDED'");
    }

    /** Payment to line to what went back of it, known for sure. */
    public Map<AttemptId, SortedMap<Integer, Money>> back(SaleId sale, Currency currency) {
        return gone(sale, currency, "'REFUNDED'");
    }

    private Map<AttemptId, SortedMap<Integer, Money>> gone(SaleId sale, Currency currency, String states) {
        Map<AttemptId, SortedMap<Integer, Money>> gone = new HashMap<>();
        List<Gone> rows = tx.rows(
                "SELECT a.payment, s.line, s.amount FROM till_attempt a JOIN till_share s ON s.attempt = a.id"
                        + " WHERE a.sale = ? AND a.kind = 'REFUND' AND a.state IN (" + states + ")",
                row -> new Gone(
                        new AttemptId(row.text("payment")),
                        Math.toIntExact(row.number("line")),
                        new Money(row.number("amount"), currency)),
                sale);
        for (Gone one : rows) {
            gone.computeIfAbsent(one.payment(), id -> new TreeMap<>()).merge(one.line(), one.amount(), Money::plus);
        }
        return gone;
    }

    private record Gone(AttemptId payment, int line, Money amount) {}

    private static Refund refund(Row row) {
        return new Refund(
                row.text("id"),
                new SaleId(row.text("sale")),
                row.text("cashier"),
                row.time("started_at"),
                new Money(row.number("amount"), Currency.getInstance(row.text("currency"))));
    }
}
