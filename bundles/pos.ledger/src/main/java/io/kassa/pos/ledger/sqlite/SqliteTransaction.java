package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.commit.Batch;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.SQLException;

/** A transaction of the one connection that writes. */
final class SqliteTransaction implements Batch.Store {

    private final Statements statements;
    private final SameFiles files;
    private final SqliteFaults faults;

    SqliteTransaction(Statements statements, SameFiles files, SqliteFaults faults) {
        this.statements = statements;
        this.files = files;
        this.faults = faults;
    }

    @Override
    public void begin() throws SQLException {
        statements.run("BEGIN IMMEDIATE");
    }

    @Override
    public <T> T run(Work<T> work) {
        return JdbcTransaction.run(work, statements, faults);
    }

    @Override
    public void execute(String sql) {
        try {
            statements.run(sql);
        } catch (SQLException e) {
            throw faults.translate(sql, e);
        }
    }

    /** Into the files that the next start will find. */
    @Override
    public void commit() throws SQLException {
        files.check();
        statements.run("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        statements.run("ROLLBACK");
    }

    @Override
    public boolean isEnd(Throwable failure) {
        return failure instanceof LedgerUnavailableException;
    }
}
