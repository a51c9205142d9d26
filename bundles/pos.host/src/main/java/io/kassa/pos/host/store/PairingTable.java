package io.kassa.pos.host.store;

import io.kassa.pos.ledger.Transaction;
import java.util.List;

/** Which browsers stand at which register, by the fingerprint of what each was given. */
public final class PairingTable {

    private final Transaction tx;

    public PairingTable(Transaction tx) {
        this.tx = tx;
    }

    public List<String> registers(String fingerprint) {
        return tx.rows("SELECT register FROM till_pairing WHERE browser = ?", row -> row.text("register"), fingerprint);
    }

    public void add(String fingerprint, String register) {
        tx.write("INSERT INTO till_pairing VALUES (?, ?) ON CONFLICT DO NOTHING", fingerprint, register);
    }

    public void remove(String fingerprint, String register) {
        tx.write("DELETE FROM till_pairing WHERE browser = ? AND register = ?", fingerprint, register);
    }
}
