package io.kassa.pos.host.receipts;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sale receipts: searching, refunding, verifying later. */
@ProviderType
public interface Receipts {

    /** @param query part of a sale's number, a provider's id, or a product's name; blank for the newest */
    List<ReceiptSummary> search(String query, int most);

    Result<ReceiptView> receipt(SaleId sale);

    /** @param lines line number to the amount that goes back; empty for everything, surplus included */
    Result<RefundProposal> propose(SaleId sale, Map<Integer, Money> lines);

    /**
     * Begins a refund; its steps are then answered with {@link #answer}.
     *
     * @param refund a fresh id that the page made, so that pressing twice begins once
     * @param methods payment attempt to the method that pays it back, where the proposal leaves a choice
     */
    Result<ReceiptView> refund(
            Actor actor, SaleId sale, String refund, Map<Integer, Money> lines, Map<AttemptId, String> methods);

    /** Refunds a payment "paid, not used". */
    Result<ReceiptView> refundUnused(Actor actor, AttemptId unused, String refund);

    Result<ReceiptView> answer(Actor actor, AttemptId attempt, String step, Answer answer);

    /** Asks the provider again, now, how an attempt ended that is not known yet. */
    Result<ReceiptView> inquire(Actor actor, AttemptId attempt);

    Worklist worklist();

    /** Adds the transaction id to a payment that is not verified. */
    Result<Verdict> verify(Actor actor, AttemptId payment, String typed);

    /** @param guidance what was found, where it did not simply match */
    record Verdict(boolean confirmed, Optional<Guidance> guidance) {}

    /** Closes a case by a person's word, which is kept. Not that of a refund whose end a person has to tell. */
    Result<Worklist> resolve(Actor actor, String caseId, String reason);

    /**
     * Ends a refund that the till gave up asking about, by what a person found out at the provider, and closes its case. The
     * name and the words are kept.
     *
     * @param returned whether the money went back to the customer; otherwise it can be refunded again
     */
    Result<Worklist> settle(Actor actor, String caseId, boolean returned, String reason);
}
