package io.kassa.pos.ledger.jdbc;

import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One work on one connection. A failed statement fails the work, even if the work went on. */
public final class JdbcTransaction implements Transaction {

    private final Statements statements;
    private final Ahead ahead;
    private final Faults faults;
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean over;

    private JdbcTransaction(Statements statements, Ahead ahead, Faults faults) {
        this.statements = statements;
        this.ahead = ahead;
        this.faults = faults;
    }

    /** Runs a work, each of its statements at once; beginning and ending the transaction is the caller's. */
    public static <T> T run(Work<T> work, Statements statements, Faults faults) {
        return run(work, statements, Ahead.nothing(), faults);
    }

    /**
     * The same on a driver that takes several statements at once.
     *
     * @param ahead where those wait whose answers nobody needs: some still do when the work is done
     */
    public static <T> T run(Work<T> work, Statements statements, Ahead ahead, Faults faults) {
        JdbcTransaction transaction = new JdbcTransaction(statements, ahead, faults);
        try {
            T answer = work.in(transaction);
            transaction.failure.ifPresent(failure -> {
                throw failure;
            });
            return answer;
        } finally {
            transaction.over = true;
        }
    }

    @Override
    public <T> List<T> rows(String sql, Function<Row, T> mapper, Object... arguments) {
        return ask(sql, arguments, prepared -> {
            try (ResultSet results = prepared.query()) {
                JdbcRow row = new JdbcRow(results, prepared.columns());
                List<T> answer = new ArrayList<>();
                while (results.next()) {
                    answer.add(mapper.apply(row));
                }
                return List.copyOf(answer);
            }
        });
    }

    @Override
    public <T> Optional<T> row(String sql, Function<Row, T> mapper, Object... arguments) {
        List<T> rows = rows(sql, mapper, arguments);
        if (rows.size() > 1) {
            throw new IllegalStateException("Several rows where there is one at most: " + sql);
        }
        return rows.stream().findFirst();
    }

    @Override
    public int execute(String sql, Object... arguments) {
        return ask(sql, arguments, Statements.Prepared::update);
    }

    @Override
    public void write(String sql, Object... arguments) {
        if (!ahead.hasRoom()) {
            execute(sql, arguments);
            return;
        }
        demandOpen();
        ahead.add(sql, arguments);
    }

    @Override
    public boolean insert(String sql, Object... arguments) {
        if (!ahead.hasRoom() || !ahead.presumes()) {
            return execute(sql + " ON CONFLICT DO NOTHING", arguments) == 1;
        }
        demandOpen();
        ahead.presume(sql, arguments);
        return true;
    }

    private <T> T ask(String sql, Object[] arguments, Statements.Answer<T> answer) {
        demandOpen();
        Arguments values = new Arguments(arguments);
        try {
            return statements.ask(ahead, sql, values, answer);
        } catch (SQLException e) {
            throw failed(sql, e);
        } catch (ColumnException e) {
            throw failed(sql, e.getCause());
        }
    }

    private void demandOpen() {
        if (over) {
            throw new IllegalStateException("The transaction is over");
        }
        failure.ifPresent(failure -> {
            throw failure;
        });
    }

    private RuntimeException failed(String sql, SQLException e) {
        RuntimeException translated = faults.translate(sql, e);
        failure = Optional.of(translated);
        return translated;
    }
}
