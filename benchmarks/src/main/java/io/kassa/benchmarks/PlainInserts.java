package io.kassa.benchmarks;

import io.kassa.pos.ledger.PostgresDesk;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The least that the same server can be asked for: one prepared INSERT of the same values, a transaction of its own, nothing read. */
final class PlainInserts implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<PreparedStatement> free = new LinkedBlockingQueue<>();

    PlainInserts(String url, int threads) throws SQLException {
        for (int i = 0; i < threads; i++) {
            Connection connection = DriverManager.getConnection(url, PostgresDesk.USER, PostgresDesk.PASSWORD);
            connections.add(connection);
            if (i == 0) {
                table(connection);
            }
            free.add(connection.prepareStatement("INSERT INTO plain VALUES (?, ?, ?, ?, ?)"));
        }
    }

    private static void table(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain (scheme TEXT NOT NULL, id TEXT NOT NULL, attempt TEXT NOT NULL,"
                    + " sale TEXT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (scheme, id))");
        }
    }

    void insert(Claiming.Use use) throws SQLException, InterruptedException {
        PreparedStatement statement = free.take();
        try {
            statement.setString(1, use.reference().scheme());
            statement.setString(2, use.reference().id());
            statement.setString(3, use.attempt().value());
            statement.setString(4, use.sale().value());
            statement.setLong(5, System.currentTimeMillis());
            statement.executeUpdate();
        } finally {
            free.add(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
