package io.kassa.pos.host.receipts;

import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A refund of a sale: one part a payment, each with its own attempt. If one part is declined or not known, the others stand.
 *
 * @param attempt what is asked now, of the part that is under way
 */
public record RefundView(
        String id,
        SaleId sale,
        Instant startedAt,
        Money amount,
        State state,
        List<Part> parts,
        Optional<AttemptView> attempt) {

    public enum State {
        UNDER_WAY,
        /** Everything went back. */
        DONE,
        /** Some parts were declined or cancelled. */
        PARTLY,
        /** Nothing went back. */
        NOTHING,
        /** At least one part's end is not known yet. */
        NOT_KNOWN_YET
    }

    /**
     * @param method the method that pays back
     * @param outcome declined or not known: what to do
     */
    public record Part(
            AttemptId attempt,
            AttemptId payment,
            String method,
            Message methodName,
            Money amount,
            PartState state,
            Optional<Guidance> outcome,
            List<Message> receiptLines) {}

    public enum PartState {
        WAITING,
        ASKING,
        REFUNDED,
        DECLINED,
        CANCELLED,
        NOT_KNOWN_YET
    }
}
