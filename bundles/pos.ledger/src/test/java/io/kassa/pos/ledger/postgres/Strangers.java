package io.kassa.pos.ledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.postgresql.PGConnection;

/** For tests outside of this package. */
public final class Strangers {

    private Strangers() {}

    /** Ends a lost session that had the same process number as a connection that was made after it. */
    public static void endAnEarlierOne(String url, String password, Connection later) throws SQLException {
        WatchedSource source = new WatchedSource();
        source.setURL(url);
        source.setPassword(password);
        LostSessions lost = new LostSessions(source);
        int process = later.unwrap(PGConnection.class).getBackendPID();
        lost.add(new LostSessions.Session(process, OffsetDateTime.now().minusDays(1)));
        lost.end();
    }
}
