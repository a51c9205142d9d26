package io.kassa.pos.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The database inside one work, and not after it.
 *
 * <p>Arguments: integers, {@code String}, {@code Boolean} (0 or 1), {@code java.time.Instant} (microseconds since 1970),
 * {@code byte[]}, enum constants (by name), {@code AttemptId}, {@code SaleId}, and {@code Optional} of these for columns that
 * may be empty.
 */
@ProviderType
public interface Transaction {

    /** All rows of a query, mapped one by one. */
    <T> List<T> rows(String sql, Function<Row, T> mapper, Object... arguments);

    /**
     * The only row of a query.
     *
     * @throws IllegalStateException when there are several
     */
    <T> Optional<T> row(String sql, Function<Row, T> mapper, Object... arguments);

    /** Changes the database; returns the number of rows that changed. */
    int execute(String sql, Object... arguments);

    /**
     * Changes the database where nobody needs to know how many rows. It may be done later, but before all that the work asks
     * after it, and before the commit: a server hears of it together with that, and each work holds up the others for fewer
     * round trips.
     */
    void write(String sql, Object... arguments);

    /**
     * Inserts a row that is almost always new, unless a unique index has it already. It may be done later, as {@link #write};
     * then the answer presumes that the row is new, and where it was not, the work is done again and told so.
     *
     * @param sql {@code INSERT … VALUES (…)} without {@code ON CONFLICT}
     * @return whether it is new
     */
    boolean insert(String sql, Object... arguments);
}
