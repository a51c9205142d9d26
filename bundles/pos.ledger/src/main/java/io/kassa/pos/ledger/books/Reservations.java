package io.kassa.pos.ledger.books;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * References that are granted and not yet on disk. As many as there are attempts under way: a handful. Whoever wants one that
 * another attempt has waits for how that ends, since it may lose it to another host, and then neither has it.
 */
final class Reservations {

    private final Map<PaymentReference, Claim.Held> reserved = new HashMap<>();
    private final Duration patience;

    /** @param patience how long to wait for the end of another attempt: longer than a commit takes, shorter than a cashier waits */
    Reservations(Duration patience) {
        this.patience = patience;
    }

    /** Returns who has reserved it, also after the wait; empty when it is reserved now. */
    synchronized Optional<Claim.Held> reserve(PaymentReference reference, Claim.Held wanted) {
        await(reference, held -> held.attempt().equals(wanted.attempt()));
        return Optional.ofNullable(reserved.putIfAbsent(reference, wanted));
    }

    /** Who still has reserved it after the wait. */
    synchronized Optional<Claim.Held> holder(PaymentReference reference) {
        await(reference, held -> false);
        return Optional.ofNullable(reserved.get(reference));
    }

    synchronized Set<PaymentReference> of(AttemptId attempt) {
        return reserved.entrySet().stream()
                .filter(entry -> entry.getValue().attempt().equals(attempt))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void drop(PaymentReference reference, Claim.Held wanted) {
        reserved.remove(reference, wanted);
        notifyAll();
    }

    synchronized void release(AttemptId attempt) {
        reserved.values().removeIf(held -> held.attempt().equals(attempt));
        notifyAll();
    }

    /** Waits while it is reserved, unless by somebody for whom nobody has to wait. */
    private void await(PaymentReference reference, Predicate<Claim.Held> unless) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (Optional.ofNullable(reserved.get(reference))
                .filter(unless.negate())
                .isPresent()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
