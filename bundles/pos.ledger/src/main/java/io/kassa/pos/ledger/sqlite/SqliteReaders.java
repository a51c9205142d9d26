package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A few connections that only read, each work on one unchanging state of the file. */
final class SqliteReaders {

    /** Closing the connection ends its statements. */
    private record Seat(Connection connection, Statements statements) {

        void close() {
            SqliteFile.close(connection);
        }
    }

    private static final int MOST = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final SqliteFile file;
    private final SqliteFaults faults = new SqliteFaults(true);
    /** An empty seat is a connection that has yet to be opened. */
    private final BlockingDeque<Optional<Seat>> seats = new LinkedBlockingDeque<>();

    private volatile boolean closed;

    SqliteReaders(SqliteFile file) {
        this.file = file;
        for (int i = 0; i < MOST; i++) {
            seats.add(Optional.empty());
        }
    }

    /** One unchanging state for all that the work asks. */
    <T> T read(Work<T> work) {
        return seated(statements -> read(work, statements));
    }

    /** A single query has that without being told. */
    <T> T look(Work<T> query) {
        return seated(statements -> JdbcTransaction.run(query, statements, faults));
    }

    private <T> T seated(Function<Statements, T> reading) {
        Optional<Seat> seat = take();
        try {
            if (closed) {
                throw new LedgerUnavailableException("The books are closed", null);
            }
            Seat taken = seat.orElseGet(this::seat);
            seat = Optional.of(taken);
            return reading.apply(taken.statements());
        } catch (LedgerUnavailableException e) {
            seat.ifPresent(Seat::close);
            seat = Optional.empty();
            throw e;
        } finally {
            seats.addFirst(seat);
        }
    }

    private <T> T read(Work<T> work, Statements statements) {
        try {
            statements.run("BEGIN");
            try {
                return JdbcTransaction.run(work, statements, faults);
            } finally {
                statements.run("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The books could not be read", e);
        }
    }

    private Seat seat() {
        Connection connection = file.reader();
        return new Seat(connection, new Statements(connection));
    }

    private Optional<Seat> take() {
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
            take().ifPresent(Seat::close);
        }
        for (int i = 0; i < MOST; i++) {
            seats.add(Optional.empty());
        }
    }
}
