package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.jdbc.Faults;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** SQLite's result codes: a bug of the caller, or books that cannot be used now. */
final class SqliteFaults implements Faults {

    private static final Set<SQLiteErrorCode> BUGS = Set.of(
            SQLiteErrorCode.SQLITE_ERROR,
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_MISMATCH,
            SQLiteErrorCode.SQLITE_MISUSE,
            SQLiteErrorCode.SQLITE_RANGE,
            SQLiteErrorCode.SQLITE_TOOBIG);

    /** What lies beside the books belongs to them alone: another file would be damaged by it. */
    static final String WITHOUT_LOG = " and take books.db-wal, books.db-shm and books.db-journal away";

    static final String DAMAGED =
            "The file of the books is damaged. Keep a copy of the folder as it is, put the newest backup of books.db there"
                    + WITHOUT_LOG;

    private static final Set<SQLiteErrorCode> DAMAGE =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);

    private final boolean reading;

    /**
     * @param reading whether the connection only reads, so that a refused write is a bug and not the disk's
     */
    SqliteFaults(boolean reading) {
        this.reading = reading;
    }

    @Override
    public RuntimeException translate(String doing, SQLException error) {
        // The low byte is the primary result code. The driver's own complaints carry none: 0 in the vendor code.
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff);
        boolean wroteAsReader = reading && code == SQLiteErrorCode.SQLITE_READONLY;
        if (BUGS.contains(code) || wroteAsReader || error.getErrorCode() == 0) {
            return new IllegalStateException("The books refused: " + doing, error);
        }
        return new LedgerUnavailableException(
                DAMAGE.contains(code) ? DAMAGED : "The books cannot be used: " + code, error);
    }
}
