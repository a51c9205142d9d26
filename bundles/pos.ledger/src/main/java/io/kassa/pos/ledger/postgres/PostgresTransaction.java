package io.kassa.pos.ledger.postgres;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.commit.Batch;
import io.kassa.pos.ledger.jdbc.Ahead;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;

/** A transaction of a connection, and the next one of the same kind when that is over. */
final class PostgresTransaction implements Batch.Store, AutoCloseable {

    enum Kind {
        /** One statement, which is a transaction of its own. */
        LOOKING,
        READING,
        BESIDE_OTHERS,
        ALONE;

        boolean reads() {
            return this == LOOKING || this == READING;
        }
    }

    private final Connection connection;
    private final Kind kind;
    /** The driver itself keeps statements prepared from one transaction to the next. */
    private final Statements statements;

    private final Ahead ahead;
    private final PostgresFaults faults;
    private boolean open;

    PostgresTransaction(Connection connection, Kind kind) {
        this.connection = connection;
        this.kind = kind;
        this.statements = new Statements(connection);
        this.ahead = kind.reads() ? Ahead.nothing() : Ahead.some(kind == Kind.BESIDE_OTHERS);
        this.faults = new PostgresFaults(kind.reads(), kind == Kind.BESIDE_OTHERS);
    }

    @Override
    public void begin() throws SQLException {
        connection.setAutoCommit(kind == Kind.LOOKING);
        connection.setReadOnly(kind == Kind.READING);
        open = kind != Kind.LOOKING;
        ahead.clear();
        if (kind == Kind.BESIDE_OTHERS) {
            ahead.add(WriteLock.SHARE);
        }
    }

    @Override
    public <T> T run(Work<T> work) {
        boolean done = false;
        try {
            T answer = JdbcTransaction.run(work, statements, ahead, faults);
            done = true;
            return answer;
        } catch (RuntimeException e) {
            // Perhaps it would not have thrown, had it been told the truth.
            throw ahead.isPresumed() && !isEnd(e) ? new OverlapException(e) : e;
        } finally {
            if (!done) {
                ahead.clear();
            }
        }
    }

    @Override
    public void execute(String sql) {
        try {
            statements.run(ahead, sql);
        } catch (SQLException e) {
            throw ahead.isPresumed() ? new OverlapException(e) : faults.translate(sql, e);
        }
    }

    /**
     * What still waits goes with it, so that a work that only writes takes one round trip.
     *
     * @throws OverlapException when it is to be run again
     * @throws CommitUnknownException when what it wrote is stored or not
     */
    @Override
    public void commit() {
        if (!open) {
            return;
        }
        try {
            if (kind.reads()) {
                connection.commit();
            } else {
                keep();
            }
            open = false;
        } catch (SQLException e) {
            if (ahead.isPresumed()) {
                // The driver refused before anything was sent.
                throw new OverlapException(e);
            }
            throw kind.reads() || PostgresFaults.isAnswer(e)
                    ? faults.translate("COMMIT", e)
                    : new CommitUnknownException(e);
        }
    }

    private void keep() throws SQLException {
        if (!ahead.isEmpty()) {
            statements.run(ahead, "COMMIT");
        }
        // Where that was done it asks nothing of the server; the pool sees that nothing is left to be undone.
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        if (open) {
            open = false;
            ahead.clear();
            connection.rollback();
        }
    }

    @Override
    public boolean isEnd(Throwable failure) {
        return failure instanceof LedgerUnavailableException
                || failure instanceof OverlapException
                || failure instanceof CommitUnknownException;
    }

    /** Undoes what was not committed. */
    @Override
    public void close() throws SQLException {
        try {
            rollback();
        } finally {
            statements.close();
        }
    }
}
