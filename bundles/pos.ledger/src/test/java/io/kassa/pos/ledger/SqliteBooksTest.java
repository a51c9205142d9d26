package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.sqlite.SqliteBooks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteBooksTest extends BooksContract {

    @TempDir
    Path folder;

    @Override
    Store store() {
        return new Store.File(folder);
    }

    @Test
    void nothingIsPutAsideInASharedFolder() {
        try (SqliteBooks books = new SqliteBooks(folder, Clock.systemUTC())) {
            Work<Optional<Long>> place = tx -> tx.row("PRAGMA temp_store", row -> row.number("temp_store"));
            assertThat(books.write(place)).contains(2L);
            assertThat(books.read(place)).contains(2L);
        }
    }
}
