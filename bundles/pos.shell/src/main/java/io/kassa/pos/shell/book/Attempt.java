package io.kassa.pos.shell.book;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to pay or to refund, as the books have it from before its first call on.
 *
 * @param amount what is due, or what goes back
 * @param eligible the part of it that the method may pay; of a refund, all of it
 * @param undoes the attempt that paid what a refund gives back; empty for a payment
 * @param scheme that the method speaks, stored because the method may be gone when the payment is refunded (rule R6)
 */
public record Attempt(
        AttemptId id,
        SaleId sale,
        String method,
        Money amount,
        Money eligible,
        Optional<AttemptId> undoes,
        Optional<String> scheme,
        Instant startedAt,
        State state) {

    public enum State {
        /** Somebody is at it, or was when the till stopped. */
        OPEN,
        /** Its end is not known; it is inquired until it is. */
        UNKNOWN,
        ENDED
    }

    public boolean hasEnded() {
        return state == State.ENDED;
    }

    public boolean isRefund() {
        return undoes.isPresent();
    }

    /** The scheme by which another method may take the place of one that is gone: of a refund only. A customer has chosen who is paid. */
    public Optional<String> keptBy() {
        return isRefund() ? scheme : Optional.empty();
    }
}
