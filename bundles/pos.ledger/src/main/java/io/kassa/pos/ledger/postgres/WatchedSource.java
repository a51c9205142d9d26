package io.kassa.pos.ledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections that the server watches. A host that has given up waiting reads what was stored: by then the server must have given
 * up too, and not commit later. Since PostgreSQL 14, and not everywhere: a server that cannot watch is used all the same.
 */
final class WatchedSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private static final String WATCH =
            "DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '1s', false);"
                    + " EXCEPTION WHEN OTHERS THEN NULL; END $$";

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute(WATCH);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
