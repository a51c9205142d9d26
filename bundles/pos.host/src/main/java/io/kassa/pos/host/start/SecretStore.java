package io.kassa.pos.host.start;

import io.kassa.pos.host.store.MarkTable;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.ledger.Books;
import java.util.Optional;

/** Sealed secrets in the books. */
record SecretStore(Books books) implements Secrets.Store {

    @Override
    public Optional<String> sealed(String name) {
        return books.read(tx -> new MarkTable(tx).sealedSecret(name));
    }

    @Override
    public void keep(String name, String ciphertext) {
        books.write(tx -> {
            new MarkTable(tx).secret(name, ciphertext);
            return null;
        });
    }

    @Override
    public void forget(String name) {
        books.write(tx -> {
            new MarkTable(tx).forgetSecret(name);
            return null;
        });
    }
}
