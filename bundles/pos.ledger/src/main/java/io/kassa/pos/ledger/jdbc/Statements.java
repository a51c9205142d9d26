package io.kassa.pos.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one connection, kept prepared: a scan executes some forty, and always the same. To be used by one thread at
 * a time, as the connection is.
 */
public final class Statements implements AutoCloseable {

    private static final int MOST = 128;

    private final Connection connection;

    /** Those that nobody uses at this moment, the one used last at the end. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    public Statements(Connection connection) {
        this.connection = connection;
    }

    /** Executes what has neither arguments nor an answer. */
    public void run(String sql) throws SQLException {
        PreparedStatement statement = take(sql);
        boolean done = false;
        try {
            statement.execute();
            done = true;
        } finally {
            giveBack(sql, statement, done);
        }
    }

    /** One of its own for each caller, also for one that asks the same while it still reads an answer. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        return known == null ? connection.prepareStatement(sql) : known;
    }

    /** @param fit whether it can be used again; the values that were bound are forgotten */
    void giveBack(String sql, PreparedStatement statement, boolean fit) throws SQLException {
        if (!fit) {
            statement.close();
            return;
        }
        statement.clearParameters();
        PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > MOST) {
            idle.remove(idle.keySet().iterator().next()).close();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : idle.values()) {
            statement.close();
        }
        idle.clear();
    }
}
