package io.kassa.pos.ledger.postgres;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;

/**
 * Sessions of this host that were lost in a commit. The server may still be at it, as while it waits for a standby, or not have
 * heard of it yet: whoever read now could be told that nothing is stored, and otherwise later. So each is ended first; what it
 * has stored by then is seen by whoever reads, and it stores nothing after that.
 */
final class LostSessions {

    /** A session of the server; a process has its number after another, so when it began is part of its name. */
    record Session(int process, OffsetDateTime began) {}

    interface Act<T> {
        T run() throws SQLException;
    }

    private static final int PATIENCE_SECONDS = 5;
    private static final int PAUSE_MILLIS = 50;

    /** A role may end its own sessions. No row when it is gone, also when its number is a stranger's now. */
    private static final String END =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ? AND backend_start = ?";

    private final WatchedSource source;
    private final Set<Session> lost = ConcurrentHashMap.newKeySet();
    private final ReentrantLock turn = new ReentrantLock();

    LostSessions(WatchedSource source) {
        this.source = source;
    }

    /** Does something on a connection of the pool, and remembers its session if that is lost in a commit. */
    <T> T noting(Connection connection, Act<T> act) throws SQLException {
        // asked before: the pool takes away the one that broke
        PGConnection own = connection.unwrap(PGConnection.class);
        try {
            return act.run();
        } catch (CommitUnknownException e) {
            add(source.session(own));
            throw e;
        }
    }

    void add(Session session) {
        lost.add(session);
    }

    /**
     * Returns when none of them can store anything any more.
     *
     * @throws LedgerUnavailableException when that is not known, so that nobody is told what is not stored
     */
    void end() {
        if (lost.isEmpty()) {
            return;
        }
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw unavailable(null);
            }
            try {
                endAll();
            } finally {
                turn.unlock();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private void endAll() throws SQLException, InterruptedException {
        if (lost.isEmpty()) {
            return;
        }
        long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        // each question sees the sessions of its own moment, since it is a transaction of its own
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(END)) {
            for (Session session : lost) {
                while (isThere(session, statement)) {
                    if (System.nanoTime() > late) {
                        throw unavailable(null);
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
                lost.remove(session);
            }
        }
    }

    /** Asks the server to end it, if it is there. */
    private static boolean isThere(Session session, PreparedStatement statement) throws SQLException {
        statement.setInt(1, session.process());
        statement.setObject(2, session.began());
        try (ResultSet results = statement.executeQuery()) {
            return results.next();
        }
    }

    private static LedgerUnavailableException unavailable(Exception cause) {
        return new LedgerUnavailableException(
                "The database server of the books has not ended what it was storing when the connection was lost."
                        + " Look again later",
                cause);
    }
}
