package io.kassa.pos.host.store;

import io.kassa.pos.ledger.Transaction;
import java.util.Optional;

/** Facts about the store as a whole, and secrets that are kept in it sealed. */
public final class MarkTable {

    private final Transaction tx;

    public MarkTable(Transaction tx) {
        this.tx = tx;
    }

    public Optional<String> mark(String name) {
        return tx.row("SELECT value FROM till_mark WHERE name = ?", row -> row.text("value"), name);
    }

    public void mark(String name, String value) {
        tx.write("DELETE FROM till_mark WHERE name = ?", name);
        tx.write("INSERT INTO till_mark VALUES (?, ?)", name, value);
    }

    public void unmark(String name) {
        tx.write("DELETE FROM till_mark WHERE name = ?", name);
    }

    public Optional<String> sealedSecret(String name) {
        return tx.row("SELECT sealed FROM till_secret WHERE name = ?", row -> row.text("sealed"), name);
    }

    public void secret(String name, String ciphertext) {
        tx.write("DELETE FROM till_secret WHERE name = ?", name);
        tx.write("INSERT INTO till_secret VALUES (?, ?)", name, ciphertext);
    }

    public void forgetSecret(String name) {
        tx.write("DELETE FROM till_secret WHERE name = ?", name);
    }
}
