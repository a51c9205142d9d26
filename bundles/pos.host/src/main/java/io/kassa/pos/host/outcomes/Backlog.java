package io.kassa.pos.host.outcomes;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What waits for an answer or for a person. */
@ProviderType
public interface Backlog {

    /**
     * @param payments whose end is not known; the till asks by itself
     * @param refunds whose end is not known; the till asks by itself
     * @param verifications payments that were checked offline alone, and are compared later
     * @param oldest since when the oldest of these waits
     * @param cases for a person, among them everything that the till gave up asking
     * @param unused payments of cancelled sales that are neither used nor refunded
     * @param unfinished refunds of which something is still to be asked
     * @param oldestUnfinished when the oldest of these began
     */
    record Counts(
            long payments,
            long refunds,
            long verifications,
            Optional<Instant> oldest,
            long cases,
            long unused,
            long unfinished,
            Optional<Instant> oldestUnfinished) {

        public long unknown() {
            return payments + refunds;
        }
    }

    /** Throws {@code LedgerUnavailableException} when the books cannot be read. */
    Counts counts();
}
