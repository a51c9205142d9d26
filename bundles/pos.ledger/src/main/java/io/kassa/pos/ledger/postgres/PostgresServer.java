package io.kassa.pos.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.kassa.pos.ledger.StoreRefusedException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The server, the pool of connections to it, and what is asked of it. */
final class PostgresServer {

    static final int CONNECTIONS = 10;
    private static final int PATIENCE_SECONDS = 5;
    /** A host that stops in the middle of a work must not hold up the others. */
    private static final String SESSION = "-c default_transaction_isolation=serializable -c synchronous_commit=on"
            + " -c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s";

    private static final String NOT_LET_IN = "28";
    /** The driver's own word, such as when the server wants a password and there is none. */
    private static final String REJECTED = "08004";

    private static final String NO_DATABASE = "3D000";

    private PostgresServer() {}

    static HikariDataSource connect(String url, Optional<Secret> password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setDataSource(source(url, password));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_SECONDS * 1000L);
        config.setAutoCommit(false);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            demandDurability(pool);
            return pool;
        } catch (HikariPool.PoolInitializationException e) {
            throw new LedgerUnavailableException(whyNot(e), e);
        }
    }

    /** A server that refuses was reached, and what is to be mended is what it was told. */
    private static String whyNot(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String state = each instanceof SQLException one ? String.valueOf(one.getSQLState()) : "";
            if (state.startsWith(NOT_LET_IN) || state.equals(REJECTED)) {
                return "The database server of the books refused. Check user= in the URL of the books (POS_LEDGER_URL), and"
                        + " the password (POS_LEDGER_PASSWORD)";
            }
            if (state.equals(NO_DATABASE)) {
                return "The database server of the books refused: it has no such database. Check the name of the database and"
                        + " user= in the URL of the books (POS_LEDGER_URL), and the password (POS_LEDGER_PASSWORD)";
            }
        }
        return "The database server of the books cannot be reached";
    }

    private static PGSimpleDataSource source(String url, Optional<Secret> password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreRefusedException("The URL of the books must start with jdbc:postgresql:");
        }
        if (url.contains("password=")) {
            throw new StoreRefusedException("The URL of the books must not hold a password; refer to one instead.");
        }
        PGSimpleDataSource source = new WatchedSource();
        source.setURL(url);
        password.ifPresent(secret -> source.setPassword(secret.reveal()));
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(30);
        source.setTcpKeepAlive(true);
        source.setApplicationName("pos.ledger");
        source.setOptions(SESSION);
        // The server's detail of a broken constraint shows values.
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static void demandDurability(HikariDataSource pool) {
        try (Connection connection = pool.getConnection()) {
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                if (show(connection, setting).equals("off")) {
                    throw new StoreRefusedException("The database server runs with " + setting
                            + " = off and would lose payments in a power cut. Switch it on and start again.");
                }
            }
            demand(connection, "server_encoding", "UTF8", "cannot keep every text. Make it with createdb -E UTF8");
            demand(
                    connection,
                    "default_transaction_isolation",
                    "serializable",
                    "does not hear what each session asks for, as behind a pooler that drops startup options. Connect without it");
            connection.rollback();
        } catch (SQLException e) {
            pool.close();
            throw new LedgerUnavailableException("The database server of the books does not answer", e);
        } catch (StoreRefusedException e) {
            pool.close();
            throw e;
        }
    }

    private static void demand(Connection connection, String setting, String wanted, String otherwise)
            throws SQLException {
        String is = show(connection, setting);
        if (!is.equals(wanted)) {
            throw new StoreRefusedException("The database has " + setting + " = " + is + " and " + otherwise + ".");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SHOW " + setting)) {
            results.next();
            return results.getString(1);
        }
    }
}
