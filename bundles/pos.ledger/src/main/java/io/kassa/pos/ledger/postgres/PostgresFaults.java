package io.kassa.pos.ledger.postgres;

import io.kassa.pos.ledger.jdbc.Faults;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's SQLSTATE: run it again, a bug of the caller, or books that cannot be used now. */
final class PostgresFaults implements Faults {

    private static final Set<String> AGAIN = Set.of("40001", "40P01");
    /** Data exception, integrity constraint, syntax or access rule, wrong transaction state. */
    private static final Set<String> BUGS = Set.of("22", "23", "42", "25", "0A", "21");

    private static final String READ_ONLY = "25006";

    private final boolean reading;

    /**
     * @param reading whether the transaction only reads, so that a refused write is a bug and not the server's
     */
    PostgresFaults(boolean reading) {
        this.reading = reading;
    }

    @Override
    public RuntimeException translate(String doing, SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        if (AGAIN.contains(state)) {
            return new OverlapException(error);
        }
        if (state.length() == 5 && BUGS.contains(state.substring(0, 2)) && (reading || !state.equals(READ_ONLY))) {
            return new IllegalStateException("The books refused: " + doing, error);
        }
        return new LedgerUnavailableException("The books cannot be used: SQLSTATE " + state, error);
    }
}
