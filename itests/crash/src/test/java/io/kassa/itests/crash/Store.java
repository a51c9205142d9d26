package io.kassa.itests.crash;

import io.kassa.pos.ledger.start.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Where a till keeps its books, and how the harness reads them after a crash without changing what the crash left. */
interface Store {

    /** System properties of the till. */
    List<String> options();

    Facts facts();

    /** The file beside the till. It is copied with its log before it is opened: opening it mends it. */
    static Store file(Path data, Path scratch) {
        return new Store() {
            @Override
            public List<String> options() {
                return List.of();
            }

            @Override
            public Facts facts() {
                try {
                    clear(scratch);
                    Files.createDirectories(scratch);
                    for (String name : List.of("books.db", "books.db-wal")) {
                        if (Files.exists(data.resolve(name))) {
                            Files.copy(data.resolve(name), scratch.resolve(name));
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                try (Ledger ledger = Ledger.open(scratch, Clock.systemUTC())) {
                    List<String> damage = ledger.books()
                            .read(tx -> tx.rows("PRAGMA integrity_check", row -> row.text("integrity_check")));
                    if (!damage.equals(List.of("ok"))) {
                        throw new AssertionError("the file is damaged: " + damage);
                    }
                    return Facts.read(ledger);
                }
            }
        };
    }

    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
