package io.kassa.pos.host.store;

import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Message;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What the shop decided about payment methods, also about those that nothing offers now. */
public final class MethodTable {

    /** @param name as it was when the settings were saved last */
    public record Known(String id, Message name, MethodSettings settings) {}

    private final Transaction tx;

    public MethodTable(Transaction tx) {
        this.tx = tx;
    }

    public List<Known> all() {
        return tx.rows("SELECT * FROM till_method ORDER BY id", MethodTable::known);
    }

    public Optional<Known> find(String id) {
        return tx.row("SELECT * FROM till_method WHERE id = ?", MethodTable::known, id);
    }

    /** What the settings of a method make of an attempt now that is not rounded itself. */
    public Terms terms(String method, Currency currency) {
        return find(method)
                .map(known -> Terms.of(known.settings(), Money.zero(currency)))
                .orElseGet(() -> Terms.none(currency));
    }

    public boolean rounds(String method) {
        return find(method).filter(known -> known.settings().rounding()).isPresent();
    }

    public void save(Known method) {
        tx.write(
                """
                INSERT INTO till_method VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, enabled = excluded.enabled, account = excluded.account,
                  surplus_account = excluded.surplus_account, register_check = excluded.register_check,
                  quick = excluded.quick, rounding = excluded.rounding""",
                method.id(),
                Documents.of(method.name()),
                method.settings().enabled(),
                method.settings().account(),
                method.settings().surplusAccount(),
                method.settings().registerCheck(),
                method.settings().quick(),
                method.settings().rounding());
    }

    private static Known known(Row row) {
        return new Known(
                row.text("id"),
                Documents.message(row.text("name")),
                new MethodSettings(
                        row.flag("enabled"),
                        row.text("account"),
                        row.text("surplus_account"),
                        row.flag("register_check"),
                        row.flag("quick"),
                        row.flag("rounding")));
    }
}
