package io.kassa.smartum.core.api;

import java.time.Duration;

/**
 * What one exchange with the provider may cost.
 *
 * @param exchange the longest time from the first byte sent to the last byte read, whatever the peer does
 * @param bytes the longest answer
 */
public record Limits(Duration exchange, int bytes) {
    public static final int DEFAULT_BYTES = 262_144;

    public Limits {
        if (exchange.isNegative() || exchange.isZero() || bytes <= 0) {
            throw new IllegalArgumentException("limits must be above zero");
        }
    }
}
