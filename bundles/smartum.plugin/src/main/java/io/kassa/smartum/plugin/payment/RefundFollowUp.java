package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundOutcome.Cancelled;
import io.kassa.pos.spi.payment.RefundOutcome.Declined;
import io.kassa.pos.spi.payment.RefundOutcome.Refunded;
import io.kassa.pos.spi.payment.RefundOutcome.Unknown;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.text.Message;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Refund;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.plugin.text.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings a refund to its end. While an intent is open nobody else refunds that payment here, so the provider's total tells
 * whether it was carried out: unchanged, not yet; grown by exactly its amount, done; anything else is for a person.
 */
final class RefundFollowUp {
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Smartum smartum;

    RefundFollowUp(Smartum smartum) {
        this.smartum = smartum;
    }

    private enum Progress {
        NOT_YET,
        DONE,
        /** The provider cancelled the payment instead; our refund was not carried out. */
        CANCELLED,
        NOT_KNOWN
    }

    /** @param pause how long the provider wants to be left alone, where it said that and nothing else */
    private record Seen(Progress progress, Optional<Duration> pause) {
        Seen(Progress progress) {
            this(progress, Optional.empty());
        }
    }

    /** Sends for the first time; the intent was written just now. */
    RefundOutcome send(RefundRequest request, Intent.Open intent) {
        if (!smartum.ledger().sending(request.attempt(), intent)) {
            return unknown(request, Optional.empty());
        }
        ApiResult<Refund> answer = call(request, intent.reference());
        if (answer instanceof Ok<Refund>) {
            return refunded(request, intent.reference());
        }
        if (answer instanceof NoAnswer<Refund>) {
            return unknown(request, answer.pause());
        }
        if (answer instanceof Refused<Refund> refused) {
            return refused(request, intent, refused.rejection());
        }
        return declined(
                answer instanceof NotSent<Refund> not ? RefundReasons.of(not.obstacle()) : Reason.REFUND_NOT_OFFERED);
    }

    /**
     * Whatever stands between the till and the provider may have sent the request twice. Then the answer that comes back is the
     * second one's: that the key is in use, or that the money is gone, which the first one took.
     */
    private RefundOutcome refused(RefundRequest request, Intent.Open intent, Rejection rejection) {
        boolean moneyIsSaidToBeGone =
                rejection == Rejection.ALREADY_REFUNDED || rejection == Rejection.AMOUNT_EXCEEDS_PAYMENT;
        if (rejection == Rejection.IDEMPOTENCY_CONFLICT) {
            return unknown(request, Optional.empty());
        }
        if (!moneyIsSaidToBeGone || RefundFacts.refundedBefore(intent).isEmpty()) {
            return declined(RefundReasons.of(smartum, request.payment(), rejection));
        }
        Seen seen = look(request, intent);
        if (seen.progress() != Progress.NOT_YET) {
            return outcome(request, intent, seen);
        }
        // it says "all returned", and shows a total that is not: where the money is, its total says
        return declined(rejection == Rejection.ALREADY_REFUNDED ? Reason.REFUND_REFUSED : Reason.REFUND_TOO_MUCH);
    }

    /** Asks only. Nothing was sent where there is no intent. */
    RefundOutcome inquire(RefundRequest request) {
        Optional<Intent.Open> intent = smartum.ledger().intent(request.attempt());
        return intent.isPresent() ? outcome(request, intent.get(), look(request, intent.get())) : new Cancelled();
    }

    /**
     * Sends again where that cannot refund twice: with the same key, while the provider remembers it, and only while the total
     * is what it was. For a refund that another client of the provider began it only asks, since nobody has promised that keys
     * are remembered across clients. A request without an answer may still be on its way: each copy has a minute to arrive, whichever
     * host sent it, because whether the provider heeds the key is not known for certain. A refusal proves nothing now, for the same
     * reason.
     */
    RefundOutcome again(RefundRequest request, Intent.Open intent) {
        Seen seen = look(request, intent);
        boolean may = seen.progress() == Progress.NOT_YET && hadTimeToArrive(intent) && keyIsRemembered(intent);
        if (!may || !smartum.ledger().sending(request.attempt(), intent)) {
            return outcome(request, intent, seen);
        }
        ApiResult<Refund> answer = call(request, intent.reference());
        return answer instanceof Ok<Refund> ? refunded(request, intent.reference()) : unknown(request, answer.pause());
    }

    private Seen look(RefundRequest request, Intent.Open intent) {
        Optional<Long> before = RefundFacts.refundedBefore(intent);
        Optional<TransactionId> id = TransactionId.recorded(intent.reference().id());
        boolean ours = intent.reference().scheme().equals(smartum.settings().scheme());
        if (before.isEmpty() || id.isEmpty() || !ours) {
            return new Seen(Progress.NOT_KNOWN);
        }
        ApiResult<Transaction> answer =
                smartum.api().lookUp(id.get(), smartum.settings().timing().exchange());
        return answer instanceof Ok<Transaction> ok
                ? new Seen(progress(request, ok.value(), before.get()))
                : new Seen(Progress.NOT_KNOWN, answer.pause());
    }

    private static Progress progress(RefundRequest request, Transaction now, long before) {
        long grown = now.refunded() - before;
        if (grown == request.amount().minor()) {
            return Progress.DONE;
        }
        if (grown != 0) {
            return Progress.NOT_KNOWN;
        }
        return now.status() == Transaction.Status.CANCELLED ? Progress.CANCELLED : Progress.NOT_YET;
    }

    private RefundOutcome outcome(RefundRequest request, Intent.Open intent, Seen seen) {
        if (seen.progress() == Progress.DONE) {
            return refunded(request, intent.reference());
        }
        return seen.progress() == Progress.CANCELLED
                ? declined(Reason.REFUND_PAYMENT_CANCELLED)
                : unknown(request, seen.pause());
    }

    private boolean hadTimeToArrive(Intent.Open intent) {
        Instant left = intent.sentAt().orElse(intent.openedAt());
        return !smartum.clock().instant().isBefore(left.plus(ON_ITS_WAY));
    }

    private boolean keyIsRemembered(Intent.Open intent) {
        Instant forgotten = intent.openedAt().plus(smartum.settings().keyLifetime());
        return smartum.clock().instant().isBefore(forgotten)
                && !RefundFacts.isOfAnother(intent, smartum.settings().clientId());
    }

    /** The attempt's id is the key: unique for ever, and on disk before anything is sent. */
    private ApiResult<Refund> call(RefundRequest request, PaymentReference reference) {
        return smartum.api()
                .refund(
                        new TransactionId(reference.id()),
                        request.amount().minor(),
                        request.attempt().value(),
                        smartum.settings().timing().exchange());
    }

    private RefundOutcome refunded(RefundRequest request, PaymentReference reference) {
        List<Message> lines = List.of(
                smartum.say().message("line.refunded", smartum.settings().name(), request.amount()),
                smartum.say().message("line.transaction", reference.id()));
        return new Refunded(request.amount(), Optional.of(reference), Evidence.CONFIRMED, lines);
    }

    private RefundOutcome unknown(RefundRequest request, Optional<Duration> pause) {
        return new Unknown(smartum.say().because(Reason.REFUND_NOT_KNOWN, request.amount()), pause);
    }

    private RefundOutcome declined(Reason reason) {
        return new Declined(smartum.say().because(reason));
    }
}
