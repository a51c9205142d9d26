package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.Migrations;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Books in one file beside the till. */
public final class SqliteBooks implements Books, AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    public SqliteBooks(Path folder, Clock clock) {
        this(folder, clock, PAUSE);
    }

    SqliteBooks(Path folder, Clock clock, Duration pause) {
        this(new SqliteFile(folder), clock, pause);
    }

    private SqliteBooks(SqliteFile file, Clock clock, Duration pause) {
        this.clock = clock;
        this.writer = new SqliteWriter(file, pause);
        this.readers = new SqliteReaders(file);
    }

    /** Books that nobody opens a second time: they wait for no disk, so nobody else at that disk waits for them. */
    public static SqliteBooks passing(Path folder, Clock clock) {
        return new SqliteBooks(new SqliteFile(folder, SynchronousMode.OFF), clock, PAUSE);
    }

    /** Reads books that somebody else may have open, and changes nothing in them. */
    public static <T> T lookInto(Path folder, Work<T> work) {
        SqliteReaders readers = new SqliteReaders(new SqliteFile(folder));
        try {
            return readers.read(work);
        } finally {
            readers.close();
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.read(work);
    }

    @Override
    public <T> Optional<T> row(String sql, Function<Row, T> mapper, Object... arguments) {
        return readers.look(transaction -> transaction.row(sql, mapper, arguments));
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public void install(SchemaPart part) {
        write(new Migrations(part, clock));
    }

    @Override
    public void close() {
        try {
            readers.close();
        } finally {
            closeWriter();
        }
    }

    private void closeWriter() {
        try {
            writer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
