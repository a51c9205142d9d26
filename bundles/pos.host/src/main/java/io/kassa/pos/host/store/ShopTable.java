package io.kassa.pos.host.store;

import io.kassa.pos.host.setup.Gtin;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is sold, and where: groups, products and registers. */
public final class ShopTable {

    private static final String CATALOGUE = "catalogue";

    private final Transaction tx;

    public ShopTable(Transaction tx) {
        this.tx = tx;
    }

    /** The version of what can be sold: grows with every group and product that is saved. */
    public long catalogue() {
        return new MarkTable(tx).mark(CATALOGUE).map(Long::valueOf).orElse(0L);
    }

    private void catalogueChanged() {
        new MarkTable(tx).mark(CATALOGUE, String.valueOf(catalogue() + 1));
    }

    public List<ProductGroup> groups() {
        return tx.rows(
                "SELECT * FROM till_group ORDER BY place, id",
                row -> new ProductGroup(row.text("id"), row.text("name"), Math.toIntExact(row.number("place"))));
    }

    public void save(ProductGroup group) {
        tx.write("""
                INSERT INTO till_group VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, place = excluded.place""", group.id(), group.name(), group.position());
        catalogueChanged();
    }

    public List<Product> products() {
        return tx.rows("SELECT * FROM till_product ORDER BY place, id", ShopTable::product);
    }

    public Optional<Product> product(String id) {
        return tx.row("SELECT * FROM till_product WHERE id = ?", ShopTable::product, id);
    }

    /** The product with that number on its package, in the spelling of {@link Gtin}. */
    public Optional<Product> withGtin(String gtin) {
        return tx.row("SELECT * FROM till_product WHERE gtin = ?", ShopTable::product, gtin);
    }

    public void save(Product product) {
        tx.write(
                """
                INSERT INTO till_product VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT COUNT(*) FROM till_product), ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, group_id = excluded.group_id, price = excluded.price,
                  currency = excluded.currency, labels = excluded.labels, on_sale = excluded.on_sale,
                  gtin = excluded.gtin, deposit = excluded.deposit""",
                product.id(),
                product.name(),
                product.group(),
                product.price().minor(),
                product.price().currency().getCurrencyCode(),
                Documents.ofNames(product.labels()),
                product.onSale(),
                product.gtin(),
                product.deposit());
        catalogueChanged();
    }

    public List<RegisterSettings> registers() {
        return tx.rows("SELECT * FROM till_register ORDER BY place, id", ShopTable::register);
    }

    public Optional<RegisterSettings> register(String id) {
        return tx.row("SELECT * FROM till_register WHERE id = ?", ShopTable::register, id);
    }

    public void save(RegisterSettings register) {
        tx.write("""
                INSERT INTO till_register VALUES (?, ?, ?, 0, (SELECT COUNT(*) FROM till_register))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, methods = excluded.methods""", register.id(), register.name(), Documents.ofList(register.methods()));
    }

    /** The next number of a sale at that register; none is given twice. */
    public long nextSale(String register) {
        tx.write("UPDATE till_register SET last_sale = last_sale + 1 WHERE id = ?", register);
        return tx.row("SELECT last_sale FROM till_register WHERE id = ?", row -> row.number("last_sale"), register)
                .orElseThrow();
    }

    private static RegisterSettings register(Row row) {
        return new RegisterSettings(row.text("id"), row.text("name"), Documents.names(row.text("methods")));
    }

    private static Product product(Row row) {
        return new Product(
                row.text("id"),
                row.text("name"),
                row.text("group_id"),
                new Money(row.number("price"), Currency.getInstance(row.text("currency"))),
                Set.copyOf(Documents.names(row.text("labels"))),
                row.flag("on_sale"),
                row.findText("gtin"),
                row.flag("deposit"));
    }
}
