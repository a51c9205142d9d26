package io.kassa.pos.ledger;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One database, in which everything that belongs together commits together. SQL is written once for SQLite and PostgreSQL.
 *
 * <p>Portable SQL: columns are {@code TEXT}, {@code BIGINT} (numbers, flags as 0 and 1, instants as microseconds since 1970) and
 * {@code BYTEA}; {@code INSERT … ON CONFLICT DO NOTHING}, partial unique indexes and {@code RETURNING} work in both. Values are
 * passed as arguments, never inside the SQL. Folding of case and the order of texts differ: use {@code LOWER} in both sides of
 * a {@code LIKE}, and order by numbers.
 *
 * <p>Every method throws {@code LedgerUnavailableException} when the books cannot be read or written (nothing was stored), and
 * whatever the work throws, after undoing it. A statement that the database refuses for any other reason, such as a broken
 * constraint, is a bug: {@link IllegalStateException}.
 */
@ProviderType
public interface Books {

    /** Reads one consistent state of the books. Never waits for a writer. Writing in it is a bug. */
    <T> T read(Work<T> work);

    /**
     * Reads what one query finds: the only row. The same as a work that reads nothing else, and may cost less.
     *
     * @throws IllegalStateException when there are several
     */
    default <T> Optional<T> row(String sql, Function<Row, T> mapper, Object... arguments) {
        return read(transaction -> transaction.row(sql, mapper, arguments));
    }

    /**
     * Writes, all or nothing, as if no other work ran beside it. Returns when it is on disk. Works that are waiting at the same
     * moment share the cost of that. Not to be called inside another work.
     *
     * @throws CommitUnknownException when the database was lost before it said whether it stored the work
     */
    <T> T write(Work<T> work);

    /**
     * Brings a room's tables up to date. Each migration is applied once, together with a record of it.
     *
     * @throws StoreRefusedException when the store is newer than the program, or a migration was altered since it was applied
     */
    void install(SchemaPart part);
}
