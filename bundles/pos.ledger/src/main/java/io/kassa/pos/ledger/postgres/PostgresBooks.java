package io.kassa.pos.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Migrations;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Books on a server that several hosts share. Works are serializable and run side by side; one that overlapped with another runs
 * again alone, and so gets through.
 */
public final class PostgresBooks implements Books, AutoCloseable {

    /** Alone it succeeds, but for a reader that the server cannot put before or after it. */
    private static final int TRIES = 10;

    private enum Mode {
        /** One statement, which is a transaction of its own. */
        LOOKING,
        READING,
        BESIDE_OTHERS,
        ALONE;

        boolean reads() {
            return this == LOOKING || this == READING;
        }
    }

    private final Clock clock;
    private final HikariDataSource pool;
    private final PostgresFaults faults = new PostgresFaults(false);
    private final PostgresFaults readersFaults = new PostgresFaults(true);
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    public PostgresBooks(String url, Optional<Secret> password, Clock clock) {
        this.clock = clock;
        this.pool = PostgresServer.connect(url, password);
    }

    @Override
    public <T> T read(Work<T> work) {
        return repeat(work, Mode.READING);
    }

    @Override
    public <T> Optional<T> row(String sql, Function<Row, T> mapper, Object... arguments) {
        return repeat(transaction -> transaction.row(sql, mapper, arguments), Mode.LOOKING);
    }

    @Override
    public <T> T write(Work<T> work) {
        if (writing.get()) {
            throw new IllegalStateException("A work writes through its own transaction");
        }
        writing.set(true);
        try {
            return repeat(work, Mode.BESIDE_OTHERS);
        } finally {
            writing.remove();
        }
    }

    @Override
    public void install(SchemaPart part) {
        repeat(new Migrations(part, clock), Mode.ALONE);
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T repeat(Work<T> work, Mode first) {
        Mode mode = first;
        for (int i = 1; ; i++) {
            Connection connection = connect();
            try {
                return mode == Mode.ALONE ? alone(work, connection) : once(work, connection, mode);
            } catch (OverlapException e) {
                if (i == TRIES) {
                    throw new LedgerUnavailableException("The books are too busy", e);
                }
                mode = mode.reads() ? mode : Mode.ALONE;
            } finally {
                giveBack(connection);
            }
        }
    }

    private <T> T alone(Work<T> work, Connection connection) {
        try {
            WriteLock.lockAlone(connection);
        } catch (SQLException e) {
            throw faults.translate("wait for the other hosts", e);
        }
        try {
            return once(work, connection, Mode.ALONE);
        } finally {
            unlock(connection);
        }
    }

    private <T> T once(Work<T> work, Connection connection, Mode mode) {
        boolean done = false;
        try {
            connection.setAutoCommit(mode == Mode.LOOKING);
            connection.setReadOnly(mode == Mode.READING);
            if (mode == Mode.BESIDE_OTHERS) {
                WriteLock.share(connection);
            }
            T answer = run(work, connection, mode.reads() ? readersFaults : faults);
            done = true;
            if (mode != Mode.LOOKING) {
                commit(connection, mode);
            }
            return answer;
        } catch (SQLException e) {
            throw faults.translate("BEGIN", e);
        } finally {
            if (!done && mode != Mode.LOOKING) {
                rollback(connection);
            }
        }
    }

    /** The driver itself keeps statements prepared from one transaction to the next. */
    private static <T> T run(Work<T> work, Connection connection, PostgresFaults faults) throws SQLException {
        try (Statements statements = new Statements(connection)) {
            return JdbcTransaction.run(work, statements, faults);
        }
    }

    private void commit(Connection connection, Mode mode) {
        try {
            connection.commit();
        } catch (SQLException e) {
            RuntimeException fault = faults.translate("COMMIT", e);
            boolean unknown = fault instanceof LedgerUnavailableException && !mode.reads();
            throw unknown ? new CommitUnknownException(e) : fault;
        }
    }

    private Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The database server of the books does not answer", e);
        }
    }

    // What fails from here on no longer changes how the work ended. A connection in doubt leaves the pool; the server
    // undoes
    // what is open on it, and frees its lock.

    private void unlock(Connection connection) {
        try {
            WriteLock.unlockAlone(connection);
        } catch (SQLException e) {
            pool.evictConnection(connection);
        }
    }

    private void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            pool.evictConnection(connection);
        }
    }

    private void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            pool.evictConnection(connection);
        }
    }
}
