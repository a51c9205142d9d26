package io.kassa.pos.host.start;

import io.kassa.pos.host.store.MarkTable;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.ledger.Books;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whose store it is: a store that the demo made never becomes a shop's, nor a shop's the demo's. */
final class Store {

    private static final String MARK = "made-by";
    private static final String DEMO = "demo";
    private static final String SHOP = "shop";

    private final Books books;

    Store(Books books) {
        this.books = books;
        books.install(Schema.part());
    }

    boolean isDemo() {
        return made().equals(Optional.of(DEMO));
    }

    boolean isNew() {
        return made().isEmpty();
    }

    void made(boolean byDemo) {
        books.write(tx -> {
            new MarkTable(tx).mark(MARK, byDemo ? DEMO : SHOP);
            return null;
        });
    }

    /** Says in the till's folder whose it is, for those who cannot read the books. */
    void label(Path folder) {
        try {
            Files.writeString(folder.resolve(MARK), made().orElse(SHOP));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Optional<String> made() {
        return books.read(tx -> new MarkTable(tx).mark(MARK));
    }
}
