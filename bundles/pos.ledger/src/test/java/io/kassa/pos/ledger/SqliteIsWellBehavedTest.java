package io.kassa.pos.ledger;

import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.PaymentLedgerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The kit's rules for ledgers, on a file. */
final class SqliteIsWellBehavedTest extends PaymentLedgerContract {

    @TempDir
    Path folder;

    @Override
    protected LedgerBench bench() {
        return new BooksOnBench(new Store.File(folder.resolve("before")), this::crash);
    }

    /** What a crash leaves is the file and its log as they are at that moment; the index of the log is rebuilt. */
    private Store crash() {
        try {
            Path after = Files.createDirectory(folder.resolve("after"));
            for (String file : new String[] {"books.db", "books.db-wal"}) {
                Files.copy(folder.resolve("before").resolve(file), after.resolve(file));
            }
            return new Store.File(after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
