package io.kassa.pos.host.receipts;

import io.kassa.pos.host.selling.UnusedPayment;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Things that a person has to look at; nothing is dropped silently. */
public record Worklist(
        List<UnusedPayment> unused, List<Unfinished> unfinished, List<Unverified> unverified, List<Case> cases) {

    /**
     * A refund of which something is still to be asked: until then the customer has not got it.
     *
     * @param cashier who began it
     * @param amount what is still to go back
     * @param methods by which that goes back
     */
    public record Unfinished(
            String refund,
            SaleId sale,
            String register,
            String cashier,
            Instant startedAt,
            Money amount,
            List<Message> methods) {}

    /** A payment that nobody but the cashier vouches for, until its transaction id is added and matches. */
    public record Unverified(
            AttemptId attempt,
            SaleId sale,
            String register,
            String cashier,
            String method,
            Message methodName,
            Money amount,
            Instant paidAt,
            String reason) {}

    /**
     * Something that did not end as it should, such as a refund that is not known yet, or a payment that was contradicted.
     *
     * @param nextInquiry when the till asks again by itself; now, when that waits for a method
     * @param undecided whether it is a refund that the till gave up asking about, or for whose method it has waited as long: a
     *     person says how it ended
     */
    public record Case(
            String id,
            SaleId sale,
            AttemptId attempt,
            Instant since,
            Guidance guidance,
            Optional<Instant> nextInquiry,
            boolean undecided) {}
}
