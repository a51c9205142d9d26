package io.kassa.pos.ledger.jdbc;

import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.Work;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One work on one connection. A failed statement fails the work, even if the work went on. */
public final class JdbcTransaction implements Transaction {

    private final Statements statements;
    private final Faults faults;
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean over;

    private JdbcTransaction(Statements statements, Faults faults) {
        this.statements = statements;
        this.faults = faults;
    }

    /** Runs a work; beginning and ending the transaction is the caller's. */
    public static <T> T run(Work<T> work, Statements statements, Faults faults) {
        JdbcTransaction transaction = new JdbcTransaction(statements, faults);
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
        return with(sql, arguments, (statement, columns) -> {
            try (ResultSet results = statement.executeQuery()) {
                JdbcRow row = new JdbcRow(results, columns);
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
        return with(sql, arguments, (statement, columns) -> statement.executeUpdate());
    }

    private interface Action<T> {
        T on(PreparedStatement statement, Columns columns) throws SQLException;
    }

    private <T> T with(String sql, Object[] arguments, Action<T> action) {
        if (over) {
            throw new IllegalStateException("The transaction is over");
        }
        failure.ifPresent(failure -> {
            throw failure;
        });
        try {
            Statements.Prepared prepared = statements.take(sql);
            boolean done = false;
            try {
                for (int i = 0; i < arguments.length; i++) {
                    Arguments.bind(prepared.statement(), i + 1, arguments[i]);
                }
                T answer = action.on(prepared.statement(), prepared.columns());
                done = true;
                return answer;
            } finally {
                statements.giveBack(sql, prepared, done);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        } catch (ColumnException e) {
            throw failed(sql, e.getCause());
        }
    }

    private RuntimeException failed(String sql, SQLException e) {
        RuntimeException translated = faults.translate(sql, e);
        failure = Optional.of(translated);
        return translated;
    }
}
