package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundOutcome.Declined;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Unsupported;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.plugin.text.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sends refunds. Order: is it in time, what does the provider say, write the intent with the total refunded so far, send. An
 * attempt whose intent was written before is not begun again but followed up.
 */
final class RefundDesk {
    private final Smartum smartum;
    private final RefundFollowUp followUp;

    RefundDesk(Smartum smartum) {
        this.smartum = smartum;
        this.followUp = new RefundFollowUp(smartum);
    }

    /** Said before anything is asked or sent: the provider takes refunds for a certain time only. */
    Optional<Guidance> tooLate(RefundRequest request, Optional<Instant> paidAt, Instant at) {
        Instant paid = paidAt.orElse(request.payment().paidAt());
        return smartum.settings().refundWindow().isOpen(paid, at)
                ? Optional.empty()
                : smartum.settings()
                        .refundWindow()
                        .closes(paid)
                        .map(closed -> smartum.say().because(Reason.REFUND_WINDOW_CLOSED, closed, paid));
    }

    RefundOutcome refund(RefundRequest request, TransactionId id, Instant at) {
        Optional<Intent.Open> begun = smartum.ledger().intent(request.attempt());
        return begun.isPresent() ? followUp.again(request, begun.get()) : first(request, id, at);
    }

    private RefundOutcome first(RefundRequest request, TransactionId id, Instant at) {
        ApiResult<Transaction> answer =
                smartum.api().lookUp(id, smartum.settings().timing().exchange());
        if (answer instanceof Ok<Transaction> ok) {
            Transaction transaction = ok.value();
            return obstacle(request, transaction)
                    .or(() -> tooLate(request, paidAt(request, transaction), at))
                    .<RefundOutcome>map(Declined::new)
                    .orElseGet(() -> intend(
                            request,
                            id,
                            RefundFacts.seen(transaction, smartum.settings().clientId())));
        }
        if (answer instanceof Unsupported<Transaction>) {
            return intend(request, id, Map.of());
        }
        return declined(RefundReasons.ofLookUp(smartum, request.payment(), answer));
    }

    private Optional<Instant> paidAt(RefundRequest request, Transaction transaction) {
        return Particulars.of(request.payment(), smartum.settings()).paidAt().or(transaction::createdAt);
    }

    private Optional<Guidance> obstacle(RefundRequest request, Transaction transaction) {
        if (transaction.status() == Transaction.Status.CANCELLED) {
            return Optional.of(smartum.say().because(Reason.REFUND_PAYMENT_CANCELLED));
        }
        Particulars particulars = Particulars.of(request.payment(), smartum.settings());
        if (!transaction.venue().equals(particulars.venue())) {
            return Optional.of(smartum.say().because(Reason.REFUND_PAYMENT_DIFFERS));
        }
        long left = transaction.cents() - transaction.refunded();
        if (request.amount().minor() <= left) {
            return Optional.empty();
        }
        return Optional.of(smartum.say().because(left == 0 ? Reason.REFUND_NOTHING_LEFT : Reason.REFUND_TOO_MUCH));
    }

    private RefundOutcome intend(RefundRequest request, TransactionId id, Map<String, String> seen) {
        Intent intent = smartum.ledger().intend(smartum.reference(id), request.attempt(), request.sale(), seen);
        if (intent instanceof Intent.Busy busy) {
            return new Declined(smartum.say().because(Reason.REFUND_BUSY, busy.sale(), busy.since()));
        }
        Intent.Open open = (Intent.Open) intent;
        if (open.again()) {
            return followUp.again(request, open);
        }
        return usedMeanwhile(request, id)
                .or(() -> changedMeanwhile(request, id, open))
                .<RefundOutcome>map(Declined::new)
                .orElseGet(() -> followUp.send(request, open));
    }

    /** Between a typed id and the confirmation the receipt may have been scanned: then it pays that sale, and stays there. */
    private Optional<Guidance> usedMeanwhile(RefundRequest request, TransactionId id) {
        return smartum.usedBySomebodyElse(id, request.payment().attempt())
                .map(held -> RefundReasons.used(smartum, request, held));
    }

    /**
     * Another register may have refunded between our question and our intent. Its refund would later be taken for ours, so
     * the total is looked at once more, now that the intent keeps everybody else out.
     */
    private Optional<Guidance> changedMeanwhile(RefundRequest request, TransactionId id, Intent.Open open) {
        Optional<Long> before = RefundFacts.refundedBefore(open);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        ApiResult<Transaction> answer =
                smartum.api().lookUp(id, smartum.settings().timing().exchange());
        if (!(answer instanceof Ok<Transaction> ok)) {
            return Optional.of(smartum.say().because(RefundReasons.ofLookUp(smartum, request.payment(), answer)));
        }
        return ok.value().refunded() == before.get()
                ? Optional.empty()
                : Optional.of(smartum.say().because(Reason.REFUND_CHANGED));
    }

    private RefundOutcome declined(Reason reason) {
        return new Declined(smartum.say().because(reason));
    }
}
