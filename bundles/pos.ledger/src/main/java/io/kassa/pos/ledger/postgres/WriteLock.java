package io.kassa.pos.ledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One lock of the database that all writers of all hosts share, so that one of them can be alone. The server queues them fairly. */
final class WriteLock {

    /** Any constant will do, as long as every host uses it and nothing else does. */
    private static final long KEY = 0x6b61737361L;

    /** Begins a transaction, and lasts until its end. It sees what was there before the wait, and may overlap. */
    static final String SHARE = "SELECT pg_advisory_xact_lock_shared(" + KEY + ")";

    private WriteLock() {}

    /** Outside a transaction: the one that is begun after it sees all that was written before. */
    static void lockAlone(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_advisory_lock(" + KEY + ")");
        connection.commit();
    }

    static void unlockAlone(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_advisory_unlock(" + KEY + ")");
        connection.commit();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
