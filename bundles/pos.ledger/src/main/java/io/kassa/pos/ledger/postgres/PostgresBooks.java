package io.kassa.pos.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Migrations;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;

/**
 * Books on a server that several hosts share. Works are serializable: first they run side by side; one that overlapped with
 * another runs again behind a lock that all hosts respect, so that it gets through.
 */
public final class PostgresBooks implements Books, AutoCloseable {

    private static final int TRIES = 30;
    /** Any constant will do, as long as every host uses it and nothing else does. */
    private static final long LOCK = 0x6b61737361L;

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
        return repeat(work, false, true);
    }

    @Override
    public <T> T write(Work<T> work) {
        if (writing.get()) {
            throw new IllegalStateException("A work writes through its own transaction");
        }
        writing.set(true);
        try {
            return repeat(work, false, false);
        } finally {
            writing.remove();
        }
    }

    @Override
    public void install(SchemaPart part) {
        repeat(new Migrations(part, clock), true, false);
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T repeat(Work<T> work, boolean alone, boolean reading) {
        for (int i = 1; ; i++) {
            Connection connection = connect();
            try {
                boolean locked = alone || (i > 1 && !reading);
                return locked ? alone(work, connection) : once(work, connection, reading);
            } catch (OverlapException e) {
                if (i == TRIES) {
                    throw new LedgerUnavailableException("The books are too busy", e);
                }
            } finally {
                giveBack(connection);
            }
        }
    }

    /** The lock is taken before the transaction begins: what it sees is what the last holder left. */
    private <T> T alone(Work<T> work, Connection connection) {
        lock(connection);
        try {
            return once(work, connection, false);
        } finally {
            unlock(connection);
        }
    }

    private <T> T once(Work<T> work, Connection connection, boolean reading) {
        boolean done = false;
        try {
            connection.setReadOnly(reading);
            T answer = JdbcTransaction.run(work, connection, reading ? readersFaults : faults);
            done = true;
            commit(connection, reading);
            return answer;
        } catch (SQLException e) {
            throw faults.translate("BEGIN", e);
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private void commit(Connection connection, boolean reading) {
        try {
            connection.commit();
        } catch (SQLException e) {
            RuntimeException fault = faults.translate("COMMIT", e);
            throw fault instanceof LedgerUnavailableException && !reading ? new CommitUnknownException(e) : fault;
        }
    }

    private Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The database server of the books does not answer", e);
        }
    }

    private void lock(Connection connection) {
        try {
            execute(connection, "SELECT pg_advisory_lock(" + LOCK + ")");
            connection.commit();
        } catch (SQLException e) {
            throw faults.translate("wait for the other hosts", e);
        }
    }

    // What fails from here on no longer changes how the work ended. A connection in doubt leaves the pool; the server
    // undoes
    // what is open on it and frees its lock.

    private void unlock(Connection connection) {
        try {
            execute(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
            connection.commit();
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

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
