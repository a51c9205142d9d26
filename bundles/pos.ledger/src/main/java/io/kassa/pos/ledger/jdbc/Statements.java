package io.kassa.pos.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one connection, kept prepared: a scan executes some forty, and always the same. To be used by one thread at
 * a time, as the connection is.
 */
public final class Statements implements AutoCloseable {

    private static final int MOST = 128;
    private static final Arguments NONE = new Arguments();
    /** SQLSTATE: of what is asked in the wrong way. */
    private static final String WRONG_KIND = "42000";

    private final Connection connection;

    /** Those that nobody uses at this moment, the one used last at the end. */
    private final Map<String, Prepared> idle = new LinkedHashMap<>();

    public Statements(Connection connection) {
        this.connection = connection;
    }

    /**
     * A statement, and how many go ahead of it in its text.
     *
     * @param columns of its answers, the same as long as it lives
     */
    record Prepared(PreparedStatement statement, Columns columns, int ahead) {

        /** To be closed by whoever asks. */
        ResultSet query() throws SQLException {
            if (ahead == 0) {
                return statement.executeQuery();
            }
            execute();
            return Optional.ofNullable(statement.getResultSet())
                    .orElseThrow(() -> new SQLException("It answers nothing", WRONG_KIND));
        }

        /** How many rows changed. */
        int update() throws SQLException {
            if (ahead == 0) {
                return statement.executeUpdate();
            }
            execute();
            if (statement.getUpdateCount() < 0) {
                throw new SQLException("It changes nothing and answers", WRONG_KIND);
            }
            return statement.getUpdateCount();
        }

        /** Goes on to the answer of the last one. */
        private void execute() throws SQLException {
            statement.execute();
            for (int i = 0; i < ahead; i++) {
                statement.getMoreResults();
            }
        }
    }

    /** What is made of an answer, before the statement is used again. */
    interface Answer<T> {
        T of(Prepared executing) throws SQLException;
    }

    /** Executes what has neither arguments nor an answer. */
    public void run(String sql) throws SQLException {
        run(Ahead.nothing(), sql);
    }

    /** Executes what waits, and after it what has neither arguments nor an answer, in one round trip. */
    public void run(Ahead ahead, String sql) throws SQLException {
        ask(ahead, sql, NONE, prepared -> prepared.statement().execute());
    }

    /** Executes what waits, and after it a statement, in one round trip. */
    <T> T ask(Ahead ahead, String sql, Arguments arguments, Answer<T> answer) throws SQLException {
        String all = ahead.before(sql);
        Prepared prepared = ready(ahead, all, arguments);
        boolean done = false;
        try {
            T value = answer.of(prepared);
            done = true;
            return value;
        } finally {
            giveBack(all, prepared, done);
        }
    }

    /** From here on nothing waits: whoever reads the answer may ask again, and what the driver refuses it refuses each time. */
    private Prepared ready(Ahead ahead, String all, Arguments arguments) throws SQLException {
        try {
            Prepared prepared = take(all, ahead.size());
            bind(prepared, ahead, arguments);
            ahead.clear();
            return prepared;
        } catch (SQLException e) {
            ahead.drop();
            throw e;
        } catch (RuntimeException e) {
            // Also a failure of the work: what waited is lost.
            ahead.drop();
            throw new SQLException("The driver refused", WRONG_KIND, e);
        }
    }

    private static void bind(Prepared prepared, Ahead ahead, Arguments arguments) throws SQLException {
        boolean bound = false;
        try {
            arguments.bind(prepared.statement(), ahead.bind(prepared.statement()));
            bound = true;
        } finally {
            if (!bound) {
                prepared.statement().close();
            }
        }
    }

    /** One of its own for each caller, also for one that asks the same while it still reads an answer. */
    private Prepared take(String sql, int ahead) throws SQLException {
        Prepared known = idle.remove(sql);
        return known == null ? new Prepared(connection.prepareStatement(sql), new Columns(), ahead) : known;
    }

    /** @param fit whether it can be used again; the values that were bound are forgotten */
    private void giveBack(String sql, Prepared prepared, boolean fit) throws SQLException {
        if (!fit) {
            prepared.statement().close();
            return;
        }
        prepared.statement().clearParameters();
        Prepared other = idle.put(sql, prepared);
        if (other != null) {
            other.statement().close();
        }
        if (idle.size() > MOST) {
            idle.remove(idle.keySet().iterator().next()).statement().close();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Prepared prepared : idle.values()) {
            prepared.statement().close();
        }
        idle.clear();
    }
}
