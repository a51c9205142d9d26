package io.kassa.smartum.core.api;

import io.kassa.smartum.core.contract.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the provider says about a payment now.
 *
 * @param cents what was paid, in euro cents, above zero
 * @param refunded how much of it went back so far, in euro cents
 * @param createdAt when it was paid, if the provider says so
 */
public record Transaction(
        TransactionId id,
        String venue,
        long cents,
        String benefit,
        Status status,
        long refunded,
        Optional<Instant> createdAt) {

    /** The state of a payment. */
    public enum Status {
        PAID,
        CANCELLED,
        REFUNDED
    }
}
