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
}
