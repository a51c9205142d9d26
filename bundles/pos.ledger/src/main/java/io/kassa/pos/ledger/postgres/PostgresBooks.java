package io.kassa.pos.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.commit.Batch;
import io.kassa.pos.ledger.commit.CommitQueue;
import io.kassa.pos.ledger.jdbc.Migrations;
import io.kassa.pos.ledger.postgres.PostgresTransaction.Kind;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Books on a server that several hosts share. What this host writes at the same moment shares one transaction, which is
 * serializable and runs beside those of the other hosts; one that overlapped with another runs again alone, and so gets through.
 */
public final class PostgresBooks implements Books, AutoCloseable {

    /** Alone it succeeds, but for a reader that the server cannot put before or after it. */
    private static final int TRIES = 10;

    /** What is done in a transaction, from its begin to its end. */
    private interface Act<T> {
        T in(PostgresTransaction transaction) throws SQLException;
    }

    private final Clock clock;
    private final HikariDataSource pool;
    private final LostSessions lost;
    private final CommitQueue queue = new CommitQueue();
    private final PostgresFaults faults = new PostgresFaults(false, false);

    public PostgresBooks(String url, Optional<Secret> password, Clock clock) {
        this.clock = clock;
        this.pool = PostgresServer.connect(url, password);
        this.lost = new LostSessions((WatchedSource) pool.getDataSource());
    }

    @Override
    public <T> T read(Work<T> work) {
        return repeat(whole(work), Kind.READING);
    }

    @Override
    public <T> Optional<T> row(String sql, Function<Row, T> mapper, Object... arguments) {
        return repeat(whole(transaction -> transaction.row(sql, mapper, arguments)), Kind.LOOKING);
    }

    @Override
    public <T> T write(Work<T> work) {
        return queue.write(work, this::commit);
    }

    @Override
    public void install(SchemaPart part) {
        repeat(whole(new Migrations(part, clock)), Kind.ALONE);
    }

    /** Finishes what was accepted. */
    @Override
    public void close() {
        queue.close(pool::close);
    }

    private void commit(Batch batch) {
        try {
            repeat(batch::store, Kind.BESIDE_OTHERS);
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            batch.fail(e);
        } catch (RuntimeException | Error e) {
            // Also an Error, such as a lack of memory: whoever waits must be told.
            batch.fail(new LedgerUnavailableException("The books could not be written", e));
        }
    }

    private static <T> Act<T> whole(Work<T> work) {
        return transaction -> {
            transaction.begin();
            T answer = transaction.run(work);
            transaction.commit();
            return answer;
        };
    }

    private <T> T repeat(Act<T> act, Kind first) {
        lost.end();
        Kind kind = first;
        for (int i = 1; ; i++) {
            Connection connection = connect();
            try {
                return kind == Kind.ALONE ? alone(act, connection) : once(act, connection, kind);
            } catch (OverlapException e) {
                if (i == TRIES) {
                    throw new LedgerUnavailableException("The books are too busy", e);
                }
                kind = kind.reads() ? kind : Kind.ALONE;
            } finally {
                giveBack(connection);
            }
        }
    }

    private <T> T alone(Act<T> act, Connection connection) {
        try {
            WriteLock.lockAlone(connection);
        } catch (SQLException e) {
            throw faults.translate("wait for the other hosts", e);
        }
        try {
            return once(act, connection, Kind.ALONE);
        } finally {
            unlock(connection);
        }
    }

    private <T> T once(Act<T> act, Connection connection, Kind kind) {
        PostgresTransaction transaction = new PostgresTransaction(connection, kind);
        try {
            return lost.noting(connection, () -> act.in(transaction));
        } catch (SQLException e) {
            throw faults.translate("BEGIN", e);
        } finally {
            end(transaction, connection);
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
    // undoes what is open on it, and frees its lock.

    private void unlock(Connection connection) {
        try {
            WriteLock.unlockAlone(connection);
        } catch (SQLException e) {
            pool.evictConnection(connection);
        }
    }

    private void end(PostgresTransaction transaction, Connection connection) {
        try {
            transaction.close();
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
