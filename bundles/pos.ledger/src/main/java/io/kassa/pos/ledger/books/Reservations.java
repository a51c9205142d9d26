package io.kassa.pos.ledger.books;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** References that are granted and not yet on disk. As many as there are attempts under way: a handful. */
final class Reservations {

    private final Map<PaymentReference, Claim.Held> reserved = new ConcurrentHashMap<>();

    /** Returns who had reserved it before; empty when it is reserved now. */
    Optional<Claim.Held> reserve(PaymentReference reference, Claim.Held wanted) {
        return Optional.ofNullable(reserved.putIfAbsent(reference, wanted));
    }

    Optional<Claim.Held> holder(PaymentReference reference) {
        return Optional.ofNullable(reserved.get(reference));
    }

    Set<PaymentReference> of(AttemptId attempt) {
        return reserved.entrySet().stream()
                .filter(entry -> entry.getValue().attempt().equals(attempt))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void drop(PaymentReference reference, Claim.Held wanted) {
        reserved.remove(reference, wanted);
    }

    void release(AttemptId attempt) {
        reserved.values().removeIf(held -> held.attempt().equals(attempt));
    }
}
