package io.kassa.pos.ledger;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A host of its own process that tells what it was told of each write, and what it sees in the end, unless it crashes. */
final class CountingHost {

    static final int WRITES = 20;

    private CountingHost() {}

    public static void main(String[] arguments) {
        try (Ledger ledger = Ledger.open(Path.of(arguments[0]), Clock.systemUTC())) {
            Books books = ledger.books();
            books.install(Shop.NOTES);
            for (int i = 0; i < WRITES; i++) {
                String told = write(books, "note-" + i);
                System.out.println(told);
                if (told.startsWith("refused") && arguments[1].equals("crash")) {
                    Runtime.getRuntime().halt(0);
                }
            }
            books.read(CountingHost::names).forEach(name -> System.out.println("seen " + name));
        }
    }

    private static String write(Books books, String name) {
        try {
            return books.write(tx -> {
                Shop.note(tx, name, 1);
                return "stored " + name;
            });
        } catch (LedgerUnavailableException e) {
            return "refused " + name;
        }
    }

    static List<String> names(Transaction tx) {
        return tx.rows("SELECT name FROM notes_note", row -> row.text("name"));
    }
}
