package io.kassa.pos.host.store;

import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Payments of sales, and the lines that each of them pays. */
public final class TenderTable {

    private final Transaction tx;

    public TenderTable(Transaction tx) {
        this.tx = tx;
    }

    /** The payments of a sale that were not taken out again, oldest first. */
    List<Tender> of(SaleId sale, Currency currency) {
        return tx.rows("""
                        SELECT t.*, a.reason FROM till_tender t LEFT JOIN till_attempt a ON a.id = t.attempt
                        WHERE t.sale = ? AND t.removed = 0 ORDER BY t.place""", row -> tender(row, currency), sale).stream()
                .map(tender -> tender.with(shares(tender.attempt(), currency)))
                .toList();
    }

    public void insert(SaleId sale, Tender tender) {
        tx.write(
                "INSERT INTO till_tender VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0,"
                        + " (SELECT COUNT(*) FROM till_tender WHERE sale = ?), ?)",
                tender.attempt(),
                sale,
                tender.method(),
                Documents.of(tender.methodName()),
                tender.tendered().minor(),
                tender.applied().minor(),
                tender.change().minor(),
                tender.givesChange(),
                tender.evidence(),
                tender.scheme(),
                tender.reference().map(PaymentReference::id),
                Documents.ofTexts(tender.particulars()),
                Documents.ofMessages(tender.receiptLines()),
                tender.paidAt(),
                tender.only().map(Documents::ofNumbers),
                sale,
                tender.rounding().minor());
    }

    public void remove(AttemptId tender) {
        tx.write("UPDATE till_tender SET removed = 1 WHERE attempt = ?", tender);
    }

    /** Notes what the provider said later about a payment. */
    public void confirm(AttemptId tender, PaymentReference reference, Map<String, String> particulars) {
        tx.write(
                "UPDATE till_tender SET evidence = ?, scheme = ?, reference = ?, particulars = ? WHERE attempt = ?",
                Evidence.CONFIRMED,
                reference.scheme(),
                reference.id(),
                Documents.ofTexts(particulars),
                tender);
        tx.write(
                "UPDATE till_sale SET revision = revision + 1 WHERE id = (SELECT sale FROM till_tender WHERE attempt = ?)",
                tender);
    }

    /** The sale that a payment belongs to. */
    public Optional<SaleId> saleOf(AttemptId tender) {
        return tx.row("SELECT sale FROM till_tender WHERE attempt = ?", row -> new SaleId(row.text("sale")), tender);
    }

    void updateShares(Sale sale) {
        for (Tender tender : sale.tenders()) {
            tx.write("DELETE FROM till_share WHERE attempt = ?", tender.attempt());
            tender.shares()
                    .forEach((line, amount) -> tx.write(
                            "INSERT INTO till_share VALUES (?, ?, ?)", tender.attempt(), line, amount.minor()));
        }
    }

    private SortedMap<Integer, Money> shares(AttemptId tender, Currency currency) {
        SortedMap<Integer, Money> shares = new TreeMap<>();
        tx.rows("SELECT line, amount FROM till_share WHERE attempt = ?", row -> share(row, currency), tender)
                .forEach(share -> shares.put(share.line(), share.amount()));
        return shares;
    }

    private record Share(int line, Money amount) {}

    private static Share share(Row row, Currency currency) {
        return new Share(Math.toIntExact(row.number("line")), new Money(row.number("amount"), currency));
    }

    private static Tender tender(Row row, Currency currency) {
        return new Tender(
                new AttemptId(row.text("attempt")),
                row.text("method"),
                Documents.message(row.text("method_name")),
                row.findText("scheme"),
                new Money(row.number("tendered"), currency),
                new Money(row.number("applied"), currency),
                new Money(row.number("change"), currency),
                new Money(row.number("rounding"), currency),
                row.flag("gives_change"),
                Evidence.valueOf(row.text("evidence")),
                row.findText("reason"),
                row.findText("reference").map(id -> new PaymentReference(row.text("scheme"), id)),
                Documents.texts(row.text("particulars")),
                Documents.messages(row.text("receipt_lines")),
                row.time("paid_at"),
                row.findText("payable").map(Documents::numbers),
                new TreeMap<>());
    }
}
