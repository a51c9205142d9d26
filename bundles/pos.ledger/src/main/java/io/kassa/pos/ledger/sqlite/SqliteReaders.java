package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** A few connections that only read, each work on one unchanging state of the file. */
final class SqliteReaders {

    private static final int MOST = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final SqliteFile file;
    private final SqliteFaults faults = new SqliteFaults(true);
    /** An empty seat is a connection that has yet to be opened. */
    private final BlockingDeque<Optional<Connection>> seats = new LinkedBlockingDeque<>();

    private volatile boolean closed;

    SqliteReaders(SqliteFile file) {
        this.file = file;
        for (int i = 0; i < MOST; i++) {
            seats.add(Optional.empty());
        }
    }

    <T> T read(Work<T> work) {
        Optional<Connection> seat = take();
        try {
            if (closed) {
                throw new LedgerUnavailableException("The books are closed", null);
            }
            Connection connection = seat.orElseGet(file::reader);
            seat = Optional.of(connection);
            return read(work, connection);
        } catch (LedgerUnavailableException e) {
            seat.ifPresent(SqliteFile::close);
            seat = Optional.empty();
            throw e;
        } finally {
            seats.addFirst(seat);
        }
    }

    private <T> T read(Work<T> work, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                return JdbcTransaction.run(work, connection, faults);
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The books could not be read", e);
        }
    }

    private Optional<Connection> take() {
        try {
            return Optional.ofNullable(seats.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new LedgerUnavailableException("Too many readers at the books", null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("Interrupted while waiting for the books", e);
        }
    }

    void close() {
        closed = true;
        for (int i = 0; i < MOST; i++) {
            take().ifPresent(SqliteFile::close);
        }
        for (int i = 0; i < MOST; i++) {
            seats.add(Optional.empty());
        }
    }
}
