package io.kassa.pos.ledger.postgres;

import io.kassa.pos.ledger.postgres.LostSessions.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections that the server watches, so that it ends soon what nobody waits for. Since PostgreSQL 14, and not everywhere: a
 * server that cannot watch is used all the same. Of each it is known which session of the server it is.
 */
final class WatchedSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private static final String WATCH =
            "DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '1s', false);"
                    + " EXCEPTION WHEN OTHERS THEN NULL; END $$";

    private static final String SESSION =
            "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()";

    private final transient Map<Connection, Session> sessions = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        try (Statement statement = connection.createStatement()) {
            // in one round trip; the first answers nothing
            statement.execute(WATCH + "; " + SESSION);
            statement.getMoreResults();
            try (ResultSet results = statement.getResultSet()) {
                results.next();
                sessions.put(connection, new Session(results.getInt(1), results.getObject(2, OffsetDateTime.class)));
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** @param connection one that was made here */
    Session session(PGConnection connection) {
        return sessions.get((Connection) connection);
    }
}
