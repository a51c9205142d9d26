package io.kassa.pos.host.store;

import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.CartLine;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sales and their lines; the payments stand in {@link TenderTable}. */
public final class SaleTable {

    private final Transaction tx;

    public SaleTable(Transaction tx) {
        this.tx = tx;
    }

    public Optional<Sale> find(SaleId id) {
        return tx.row("SELECT * FROM till_sale WHERE id = ?", this::header, id).map(this::filled);
    }

    /** Whether a sale is still as it was read. */
    public boolean is(Sale seen) {
        return tx.row("SELECT revision FROM till_sale WHERE id = ?", row -> row.number("revision"), seen.id())
                .filter(revision -> revision == seen.revision())
                .isPresent();
    }

    public Optional<Sale> open(String register) {
        return tx.row("SELECT * FROM till_sale WHERE register = ? AND state = 'OPEN'", this::header, register)
                .map(this::filled);
    }

    /** The open sale, else the one that ended last, if it was completed: after a cancelled sale the one before is history. */
    public Optional<Sale> current(String register) {
        Optional<Sale> open = open(register);
        if (open.isPresent()) {
            return open;
        }
        return tx.rows("""
                SELECT * FROM till_sale WHERE register = ? AND closed_at IS NOT NULL
                ORDER BY closed_at DESC LIMIT 1""", this::header, register).stream()
                .filter(sale -> sale.state() == Sale.State.COMPLETED)
                .findFirst()
                .map(this::filled);
    }

    /** The same, without reading again a sale that is still as it was seen. */
    public Optional<Sale> current(String register, Optional<Sale> seen) {
        return seen.filter(Sale::isOpen).filter(this::is).or(() -> current(register));
    }

    /** Closed sales whose number, provider's id or product's name holds that text, newest first. */
    public List<Sale> search(String query, int most) {
        String like = "%" + query.strip().toLowerCase(Locale.ROOT) + "%";
        return tx.rows("""
                SELECT * FROM till_sale s WHERE s.state <> 'OPEN'
                  AND (s.state = 'COMPLETED' OR EXISTS (SELECT 1 FROM till_unused u WHERE u.sale = s.id))
                  AND (LOWER(s.id) LIKE ?
                    OR EXISTS (SELECT 1 FROM till_line l WHERE l.sale = s.id AND LOWER(l.name) LIKE ?)
                    OR EXISTS (SELECT 1 FROM till_tender t WHERE t.sale = s.id AND LOWER(t.reference) LIKE ?))
                ORDER BY s.closed_at DESC LIMIT ?""", this::header, like, like, like, most).stream()
                .map(this::filled)
                .toList();
    }

    public void insert(Sale sale) {
        tx.write(
                "INSERT INTO till_sale VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                sale.id(),
                sale.register(),
                sale.cashier(),
                sale.state(),
                sale.cart().currency().getCurrencyCode(),
                sale.openedAt(),
                sale.closedAt(),
                sale.cart().discount().minor());
    }

    /** Stores what changed. Only for the sale as it was read in the same transaction. */
    public void update(Sale sale) {
        tx.write(
                "UPDATE till_sale SET state = ?, closed_at = ?, discount = ?, revision = revision + 1 WHERE id = ?",
                sale.state(),
                sale.closedAt(),
                sale.cart().discount().minor(),
                sale.id());
        tx.write("DELETE FROM till_line WHERE sale = ?", sale.id());
        for (CartLine line : sale.cart().lines()) {
            tx.write(
                    "INSERT INTO till_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    sale.id(),
                    line.number(),
                    line.product(),
                    line.name(),
                    Documents.ofNames(
                            line.labels().stream().map(ProductLabel::name).collect(Collectors.toSet())),
                    line.quantity(),
                    line.unitPrice().minor(),
                    line.discount().minor(),
                    line.deposit());
        }
        new TenderTable(tx).updateShares(sale);
    }

    /**
     * Stores what the payments pay, after one was added. Only for the sale as it was read in the same transaction.
     *
     * @return the sale as it is read from now on
     */
    public Sale place(Sale sale) {
        tx.write("UPDATE till_sale SET revision = revision + 1 WHERE id = ?", sale.id());
        new TenderTable(tx).updateShares(sale);
        return sale.stored();
    }

    public void close(SaleId sale, Sale.State state, Instant at) {
        tx.write(
                "UPDATE till_sale SET state = ?, closed_at = ?, revision = revision + 1 WHERE id = ?", state, at, sale);
    }

    private Sale header(Row row) {
        Currency currency = Currency.getInstance(row.text("currency"));
        return new Sale(
                new SaleId(row.text("id")),
                row.text("register"),
                row.text("cashier"),
                Sale.State.valueOf(row.text("state")),
                row.time("opened_at"),
                row.findTime("closed_at"),
                row.number("revision"),
                new Cart(currency, List.of(), new Money(row.number("discount"), currency)),
                List.of());
    }

    private Sale filled(Sale header) {
        Currency currency = header.cart().currency();
        List<CartLine> lines = tx.rows(
                "SELECT * FROM till_line WHERE sale = ? ORDER BY number", row -> line(row, currency), header.id());
        Sale sale = header.with(new Cart(currency, lines, header.cart().discount()));
        for (var tender : new TenderTable(tx).of(header.id(), currency)) {
            sale = sale.plus(tender);
        }
        return sale;
    }

    private static CartLine line(Row row, Currency currency) {
        Set<ProductLabel> labels = Documents.names(row.text("labels")).stream()
                .map(ProductLabel::new)
                .collect(Collectors.toSet());
        return new CartLine(
                Math.toIntExact(row.number("number")),
                row.text("product"),
                row.text("name"),
                labels,
                row.number("quantity"),
                new Money(row.number("unit_price"), currency),
                new Money(row.number("discount"), currency),
                row.flag("deposit"));
    }
}
