package io.kassa.pos.host.store;

import io.kassa.pos.host.sale.Origin;
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
 * @param cashier who began it; others may answer
 * @param scheme that its method spoke, or that of the payment that goes back: who speaks it may be asked how this ended
 * @param due what is left to pay, cash rounding included; for a refund, what goes back
 * @param only the lines that a payment may pay; empty when it may pay every line
 * @param guidance how it ended, when it did not simply succeed
 * @param shown whether that guidance still stands on a screen
 * @param vouched why a typed amount was taken, and by whom
 * @param refund the refund that this is a part of
 * @param payment the payment that this part gives back
 * @param terms what the shop's settings made of it
 */
public record Attempt(
        AttemptId id,
        Kind kind,
        SaleId sale,
        String register,
        String cashier,
        String method,
        Message methodName,
        Optional<String> scheme,
        State state,
        Money due,
        Money eligible,
        Optional<Set<Integer>> only,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Guidance> guidance,
        boolean shown,
        Optional<Vouched> vouched,
        List<Message> receiptLines,
        Optional<String> refund,
        Optional<AttemptId> payment,
        Terms terms) {

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

    /** Who is asked how it ended, and compares or pays back what it paid. */
    public Origin origin() {
        return new Origin(method, scheme);
    }

    /** Who may go on with it: a payment is never handed to another method than the customer pays with. */
    public Origin conversation() {
        return kind == Kind.PAYMENT ? Origin.only(method) : origin();
    }

    public PaymentRequest request() {
        return new PaymentRequest(id, sale, due, eligible, startedAt);
    }
}
