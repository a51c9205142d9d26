package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.ledger.PostgresDesk;
import io.kassa.pos.ledger.start.Ledger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books that are not sound are never compared as if they were. */
class StoreTest {

    @TempDir
    Path folder;

    /** The till's own look at its start finds no fault in this: each page reads as one. */
    @Test
    void anIndexThatHasLostARow_isADamagedFile() throws SQLException {
        Ledger.open(folder, Clock.systemUTC()).close();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("books.db"));
                Statement sql = file.createStatement()) {
            sql.execute("CREATE TABLE thing (a BIGINT, b BIGINT)");
            sql.execute("INSERT INTO thing VALUES (1, 2), (3, 4)");
            sql.execute("CREATE INDEX things ON thing (a)");
            sql.execute("PRAGMA writable_schema = ON");
            sql.execute("UPDATE sqlite_master SET sql = 'CREATE INDEX things ON thing (b)' WHERE name = 'things'");
        }

        assertThatThrownBy(() -> Store.file(folder, folder.resolve("scratch")).facts())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the file is damaged");
    }

    @Test
    void aTableOfTheServerThatCannotBeRead_isNotSoundEither() throws SQLException, IOException {
        Optional<Path> binaries = PostgresDesk.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed on this machine (apt install postgresql)");
        try (Server server = new Server(binaries.get())) {
            Store store = server.store();
            String url = store.options().get(0).replace("-Dkassa.ledger.url=", "");
            Path file;
            try (Connection database = DriverManager.getConnection(url, PostgresDesk.USER, PostgresDesk.PASSWORD);
                    Statement sql = database.createStatement()) {
                sql.execute("CREATE TABLE thing (a BIGINT)");
                sql.execute("INSERT INTO thing SELECT generate_series(1, 1000)");
                file = file(sql);
            }
            server.crash();
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.seek(10); // where the page says what of it is free
                bytes.write(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
            }

            assertThatThrownBy(store::facts).hasStackTraceContaining("invalid page");
        }
    }

    private static Path file(Statement sql) throws SQLException {
        sql.execute("CHECKPOINT");
        try (ResultSet path = sql.executeQuery(
                "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('thing') AS path")) {
            path.next();
            return Path.of(path.getString("path"));
        }
    }
}
