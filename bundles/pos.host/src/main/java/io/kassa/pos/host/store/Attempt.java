package io.kassa.pos.host.store;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One try to pay or to refund, as it stands in the books.
 *
 * @param due for a refund, what goes back
 * @param only the lines that a payment may pay; empty when it may pay every line
 * @param guidance how it ended, when it did not simply succeed
 * @param shown whether that guidance still stands on a screen
 * @param reason why a typed amount was taken
 * @param refund the refund that this is a part of
 * @param payment the payment that this part gives back
 */
public record Attempt(
        AttemptId id,
        Kind kind,
        SaleId sale,
        String register,
        String cashier,
        String method,
        Message methodName,
        State state,
        Money due,
        Money eligible,
        Optional<Set<Integer>> only,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Guidance> guidance,
        boolean shown,
        Optional<String> reason,
        List<Message> receiptLines,
        Optional<String> refund,
        Optional<AttemptId> payment) {

    public enum Kind {
        PAYMENT,
        REFUND
    }

    public enum State {
        /** A part of a refund that has not begun. */
        WAITING,
        OPEN,
        PAID,
        REFUNDED,
        DECLINED,
        CANCELLED,
        UNKNOWN
    }

    public Attempt {
        receiptLines = List.copyOf(receiptLines);
        only = only.map(Set::copyOf);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public PaymentRequest request() {
        return new PaymentRequest(id, sale, due, eligible, startedAt);
    }
}
