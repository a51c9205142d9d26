package io.kassa.pos.host.start;

import io.kassa.pos.host.store.MarkTable;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.ledger.Books;
import java.util.Optional;

/** Whose store it is: a store that the demo made never becomes a shop's. */
final class Store {

    private static final String MARK = "made-by";
    private static final String DEMO = "demo";

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
            new MarkTable(tx).mark(MARK, byDemo ? DEMO : "shop");
            return null;
        });
    }

    private Optional<String> made() {
        return books.read(tx -> new MarkTable(tx).mark(MARK));
    }
}
