package io.kassa.pos.ledger.postgres;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.commit.Batch;
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

    private final PostgresFaults faults;
    private boolean open;

    PostgresTransaction(Connection connection, Kind kind) {
        this.connection = connection;
        this.kind = kind;
        this.statements = new Statements(connection);
        this.faults = new PostgresFaults(kind.reads());
    }

    @Override
    public void begin() throws SQLException {
        connection.setAutoCommit(kind == Kind.LOOKING);
        connection.setReadOnly(kind == Kind.READING);
        open = kind != Kind.LOOKING;
        if (kind == Kind.BESIDE_OTHERS) {
            WriteLock.share(statements);
        }
    }

    @Override
    public <T> T run(Work<T> work) {
        return JdbcTransaction.run(work, statements, faults);
    }

    @Override
    public void execute(String sql) throws SQLException {
        statements.run(sql);
    }

    /**
     * @throws OverlapException when it is to be run again
     * @throws CommitUnknownException when what it wrote is stored or not
     */
    @Override
    public void commit() {
        if (!open) {
            return;
        }
        try {
            connection.commit();
            open = false;
        } catch (SQLException e) {
            RuntimeException fault = faults.translate("COMMIT", e);
            boolean unknown = fault instanceof LedgerUnavailableException && !kind.reads();
            throw unknown ? new CommitUnknownException(e) : fault;
        }
    }

    @Override
    public void rollback() throws SQLException {
        if (open) {
            open = false;
            connection.rollback();
        }
    }

    @Override
    public boolean isEnd(Throwable failure) {
        return failure instanceof LedgerUnavailableException || failure instanceof OverlapException;
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
