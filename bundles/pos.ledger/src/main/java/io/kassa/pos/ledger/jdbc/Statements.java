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
    private final Map<String, Prepared> idle = new LinkedHashMap<>();

    public Statements(Connection connection) {
        this.connection = connection;
    }

    /** @param columns of its answers, the same as long as it lives */
    record Prepared(PreparedStatement statement, Columns columns) {}

    /** Executes what has neither arguments nor an answer. */
    public void run(String sql) throws SQLException {
        Prepared prepared = take(sql);
        boolean done = false;
        try {
            prepared.statement().execute();
            done = true;
        } finally {
            giveBack(sql, prepared, done);
        }
    }

    /** One of its own for each caller, also for one that asks the same while it still reads an answer. */
    Prepared take(String sql) throws SQLException {
        Prepared known = idle.remove(sql);
        return known == null ? new Prepared(connection.prepareStatement(sql), new Columns()) : known;
    }

    /** @param fit whether it can be used again; the values that were bound are forgotten */
    void giveBack(String sql, Prepared prepared, boolean fit) throws SQLException {
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
