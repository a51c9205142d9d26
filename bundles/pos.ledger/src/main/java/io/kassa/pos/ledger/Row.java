package io.kassa.pos.ledger;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One row of a query, columns by name. Valid only while it is mapped. The plain getters throw {@link IllegalStateException} for
 * an empty column.
 */
@ProviderType
public interface Row {

    long number(String column);

    String text(String column);

    Instant time(String column);

    byte[] bytes(String column);

    /** A flag, stored as 0 or 1. */
    boolean flag(String column);

    Optional<Long> findNumber(String column);

    Optional<String> findText(String column);

    Optional<Instant> findTime(String column);

    Optional<byte[]> findBytes(String column);
}
