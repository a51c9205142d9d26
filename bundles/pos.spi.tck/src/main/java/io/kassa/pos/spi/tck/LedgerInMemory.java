package io.kassa.pos.spi.tck;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ledger for tests: it keeps every rule of {@link PaymentLedger}, and forgets all when the test ends. What is committed is
 * shared with the other hosts that it makes; a claim is not, until its attempt is paid.
 */
public final class LedgerInMemory implements PaymentLedger {

    private static final class Books {
        private final Map<PaymentReference, Claim.Held> paid = new HashMap<>();
        private final Map<AttemptId, Intent.Open> intents = new LinkedHashMap<>();
        private final Map<PaymentReference, Intent.Busy> open = new HashMap<>();
        private boolean broken;
    }

    private final Clock clock;
    private final Books books;
    private final Map<PaymentReference, Claim.Held> claimed = new HashMap<>();

    public LedgerInMemory(Clock clock) {
        this(clock, new Books());
    }

    private LedgerInMemory(Clock clock, Books books) {
        this.clock = clock;
        this.books = books;
    }

    /** Another host on the same books; also this host after a crash. */
    public LedgerInMemory anotherHost() {
        return new LedgerInMemory(clock, books);
    }

    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        synchronized (usable()) {
            Claim.Held holder = holder(reference).orElseGet(() -> new Claim.Held(sale, attempt, clock.instant()));
            if (!holder.attempt().equals(attempt)) {
                return holder;
            }
            claimed.put(reference, holder);
            return new Claim.Granted();
        }
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        synchronized (usable()) {
            return Optional.ofNullable(books.paid.getOrDefault(reference, claimed.get(reference)));
        }
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        synchronized (usable()) {
            Optional<Intent.Open> before = intent(attempt);
            if (before.isPresent()) {
                return before.get();
            }
            if (books.open.containsKey(reference)) {
                return books.open.get(reference);
            }
            var intent = new Intent.Open(reference, clock.instant(), Optional.empty(), seen, false);
            books.intents.put(attempt, intent);
            books.open.put(reference, new Intent.Busy(sale, attempt, intent.openedAt()));
            return intent;
        }
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        synchronized (usable()) {
            return Optional.ofNullable(books.intents.get(attempt))
                    .map(first ->
                            new Intent.Open(first.reference(), first.openedAt(), first.sentAt(), first.seen(), true));
        }
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        synchronized (usable()) {
            Optional<Intent.Open> still = Optional.ofNullable(books.intents.get(attempt))
                    .filter(intent -> isOpen(attempt, intent.reference()))
                    .filter(intent -> intent.sentAt().equals(known.sentAt()));
            still.ifPresent(intent -> books.intents.put(
                    attempt,
                    new Intent.Open(
                            intent.reference(), intent.openedAt(), later(intent.sentAt()), intent.seen(), true)));
            return still.isPresent();
        }
    }

    private Optional<Instant> later(Optional<Instant> sent) {
        Instant now = clock.instant();
        return Optional.of(
                sent.map(before -> before.plusNanos(1)).filter(now::isBefore).orElse(now));
    }

    @Override
    public List<OpenIntent> openIntents() {
        synchronized (usable()) {
            return books.intents.entrySet().stream()
                    .filter(entry -> isOpen(entry.getKey(), entry.getValue().reference()))
                    .map(entry -> new OpenIntent(
                            entry.getValue().reference(),
                            entry.getKey(),
                            books.open.get(entry.getValue().reference()).sale(),
                            entry.getValue().openedAt(),
                            entry.getValue().seen()))
                    .toList();
        }
    }

    private boolean isOpen(AttemptId attempt, PaymentReference reference) {
        return Optional.ofNullable(books.open.get(reference))
                .map(busy -> busy.attempt().equals(attempt))
                .orElse(false);
    }

    /**
     * The host stores that a payment attempt ended {@code Paid}, with everything that it has claimed.
     *
     * @return false when another host was first: then the outcome does not stand, and the claims are gone
     */
    public boolean paid(AttemptId attempt) {
        synchronized (usable()) {
            Map<PaymentReference, Claim.Held> own = new HashMap<>(claimed);
            own.values().removeIf(held -> !held.attempt().equals(attempt));
            claimed.keySet().removeAll(own.keySet());
            boolean first = own.keySet().stream().allMatch(reference -> mayPay(reference, attempt));
            if (first) {
                own.forEach(books.paid::putIfAbsent);
            }
            return first;
        }
    }

    /** The same, for a reference that the outcome names, whether or not this host remembers the claim. */
    public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
        synchronized (usable()) {
            boolean first = mayPay(reference, attempt) && paid(attempt);
            if (first) {
                books.paid.putIfAbsent(reference, new Claim.Held(sale, attempt, clock.instant()));
            }
            return first;
        }
    }

    private boolean mayPay(PaymentReference reference, AttemptId attempt) {
        return Optional.ofNullable(books.paid.get(reference))
                .map(held -> held.attempt().equals(attempt))
                .orElse(true);
    }

    /** The host stores that a payment attempt ended without having paid. */
    public void unpaid(AttemptId attempt) {
        synchronized (usable()) {
            claimed.values().removeIf(held -> held.attempt().equals(attempt));
        }
    }

    /** The host stores how a refund attempt ended, not {@code Unknown}. */
    public void refundKnown(AttemptId attempt) {
        synchronized (usable()) {
            books.open.values().removeIf(busy -> busy.attempt().equals(attempt));
        }
    }

    /** From now on the books can be neither read nor written, or can again. */
    public void broken(boolean broken) {
        synchronized (books) {
            books.broken = broken;
        }
    }

    /** What that attempt has claimed here, paid or not. */
    public Set<PaymentReference> claims(AttemptId attempt) {
        synchronized (books) {
            return Stream.of(books.paid, claimed)
                    .flatMap(claims -> claims.entrySet().stream())
                    .filter(claim -> claim.getValue().attempt().equals(attempt))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The attempts that opened an intent. */
    public Set<AttemptId> intents() {
        synchronized (books) {
            return Set.copyOf(books.intents.keySet());
        }
    }

    private Books usable() {
        synchronized (books) {
            if (books.broken) {
                throw new LedgerUnavailableException("The test broke the books", new IllegalStateException("broken"));
            }
            return books;
        }
    }
}
