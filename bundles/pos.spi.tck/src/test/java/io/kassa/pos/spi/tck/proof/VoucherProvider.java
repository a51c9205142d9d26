package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.tck.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The other side of the example: it keeps no rule itself, so that a plug-in which leaves one to it is caught. */
final class VoucherProvider {

    /** The provider did not answer before the deadline. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** How long a plug-in waits: for the first byte, and for the whole answer. */
    record Deadline(Duration firstByte, Duration whole) {}

    /** A voucher as it stands, and what of it was paid back. */
    record State(Voucher voucher, Money refunded) {}

    static final Duration KEYS_ARE_KEPT = Duration.ofDays(1);

    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Instant> keys = new HashMap<>();
    private final Map<String, Voucher> charges = new HashMap<>();
    private Money onTheReader = Money.euro(0);
    private Trouble trouble = Trouble.NONE;

    synchronized Voucher sell(Money amount, Instant validUntil) {
        var voucher = new Voucher(String.format(Locale.ROOT, "v%06d", states.size() + 1), amount, validUntil);
        states.put(voucher.id(), new State(voucher, Money.zero(amount.currency())));
        return voucher;
    }

    synchronized void trouble(Trouble kind) {
        trouble = kind;
    }

    synchronized Money refunded() {
        return states.values().stream().map(State::refunded).reduce(Money.euro(0), Money::plus);
    }

    /** The customer's card lies on the reader, with that much on it. */
    synchronized void present(Money balance) {
        onTheReader = balance;
    }

    synchronized Money charged() {
        return charges.values().stream().map(Voucher::amount).reduce(Money.euro(0), Money::plus);
    }

    Voucher charge(Money most, String key, Instant now, Deadline deadline) throws NoAnswer {
        fail(deadline, Trouble.TRANSFERS_LOST);
        Voucher charged;
        synchronized (this) {
            charged = charges.computeIfAbsent(key, added -> sell(most.atMost(onTheReader), now));
        }
        fail(deadline, Trouble.TRANSFER_ANSWERS_LOST);
        return charged;
    }

    Optional<Voucher> charge(String key, Deadline deadline) throws NoAnswer {
        fail(deadline, Trouble.READS_UNANSWERED);
        synchronized (this) {
            return Optional.ofNullable(charges.get(key));
        }
    }

    Optional<State> lookUp(String id, Deadline deadline) throws NoAnswer {
        fail(deadline, Trouble.READS_UNANSWERED);
        synchronized (this) {
            return Optional.ofNullable(states.get(id));
        }
    }

    void refund(String id, Money amount, String key, Clock clock, Deadline deadline) throws NoAnswer {
        fail(deadline, Trouble.TRANSFERS_LOST);
        move(id, amount, key, clock.instant());
        fail(deadline, Trouble.TRANSFER_ANSWERS_LOST);
    }

    private synchronized void move(String id, Money amount, String key, Instant now) {
        keys.values().removeIf(used -> used.plus(KEYS_ARE_KEPT).isBefore(now));
        if (keys.putIfAbsent(key, now) == null) {
            states.compute(
                    id,
                    (same, state) -> new State(state.voucher(), state.refunded().plus(amount)));
        }
    }

    private static void await(Trouble trouble, Deadline deadline) {
        Duration silent = trouble == Trouble.SILENT ? deadline.firstByte() : Duration.ZERO;
        try {
            Thread.sleep((trouble == Trouble.DRIPPING ? deadline.whole() : silent).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Deadline deadline, Trouble here) throws NoAnswer {
        Trouble now;
        synchronized (this) {
            now = trouble;
        }
        if (now == Trouble.SILENT || now == Trouble.DRIPPING || now == here) {
            await(now, deadline);
            throw new NoAnswer();
        }
    }
}
