package io.kassa.pos.ledger.postgres;

import io.kassa.pos.ledger.jdbc.Faults;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's SQLSTATE: run it again, a bug of the caller, or books that cannot be used now. */
final class PostgresFaults implements Faults {

    private static final Set<String> AGAIN = Set.of("40001", "40P01");
    /** Data exception, integrity constraint, syntax or access rule, wrong transaction state. */
    private static final Set<String> BUGS = Set.of("22", "23", "42", "25", "0A", "21");

    /** Of a session that did nothing for too long, and of a transaction that took too long: ended by the server. */
    private static final Set<String> TOO_SLOW = Set.of("25P03", "25P04");

    private static final String READ_ONLY = "25006";
    private static final String NOT_NEW = "23505";
    /** Connection lost, ended by an operator, trouble with files, trouble inside. */
    private static final Set<String> LOSSES = Set.of("08", "57", "58", "XX");

    private static final String CANCELLED = "57014";
    /** Nobody knows whether it was done; and the driver's own word when it has no memory for an answer that came. */
    private static final Set<String> DOUBTS = Set.of("40003", "53200");

    private final boolean reading;
    private final boolean presuming;

    /**
     * @param reading whether the transaction only reads, so that a refused write is a bug and not the server's
     * @param presuming whether rows are presumed to be new: where one is not, it is run again, and then told so
     */
    PostgresFaults(boolean reading, boolean presuming) {
        this.reading = reading;
        this.presuming = presuming;
    }

    /**
     * Whether the server said that it did not do what it was asked, and is still there; otherwise it did or did not. One that
     * gives up says why, such as a full disk, and may have done it: then the driver tells the lost connection next.
     */
    static boolean isAnswer(SQLException error) {
        for (Throwable each : error) {
            if (each instanceof SQLException one ? isLoss(state(one)) : each instanceof IOException) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLoss(String state) {
        return state.length() != 5
                || DOUBTS.contains(state)
                || LOSSES.contains(state.substring(0, 2)) && !state.equals(CANCELLED);
    }

    private static String state(SQLException error) {
        return Optional.ofNullable(error.getSQLState()).orElse("");
    }

    @Override
    public RuntimeException translate(String doing, SQLException error) {
        String state = state(error);
        if (AGAIN.contains(state) || presuming && state.equals(NOT_NEW)) {
            return new OverlapException(error);
        }
        if (!TOO_SLOW.contains(state)
                && state.length() == 5
                && BUGS.contains(state.substring(0, 2))
                && (reading || !state.equals(READ_ONLY))) {
            return new IllegalStateException("The books refused: " + doing, error);
        }
        return new LedgerUnavailableException("The books cannot be used: SQLSTATE " + state, error);
    }
}
