package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundOutcome.Cancelled;
import io.kassa.pos.spi.payment.RefundOutcome.Declined;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Turn.Ask;
import io.kassa.pos.spi.payment.Turn.Done;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.plugin.text.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The conversation of a refund: which payment (asked only where it was not scanned), then one confirmation. What can be refused
 * is refused before anything is sent.
 */
final class Refunding {
    /** That of a receipt's code, since whoever has the customer's phone there may scan it. */
    private static final int LONGEST_ID = 4096;

    private static final String EXAMPLE = "tx_R60D21hL60bj5N1v";

    private final Smartum smartum;
    private final RefundDesk desk;

    Refunding(Smartum smartum) {
        this.smartum = smartum;
        this.desk = new RefundDesk(smartum);
    }

    Turn<RefundOutcome> start(RefundRequest request) {
        if (!Smartum.isEuro(request.amount())) {
            return declined(because(Reason.SALE_NOT_EURO));
        }
        boolean sentBefore = smartum.ledger().intent(request.attempt()).isPresent();
        Optional<Guidance> hopeless = sentBefore ? Optional.empty() : hopeless(request);
        if (hopeless.isPresent()) {
            return declined(hopeless.get());
        }
        return recorded(request)
                .<Turn<RefundOutcome>>map(id -> confirm(request, id))
                .orElseGet(() -> ask(request));
    }

    private Optional<Guidance> hopeless(RefundRequest request) {
        Particulars particulars = Particulars.of(request.payment(), smartum.settings());
        boolean otherRoot = !smartum.settings().root().isAlso(particulars.root());
        return otherRoot
                ? Optional.of(because(Reason.REFUND_OTHER_ROOT, particulars.root()))
                : desk.tooLate(request, particulars.paidAt(), request.startedAt());
    }

    private static Optional<TransactionId> recorded(RefundRequest request) {
        return request.payment().reference().map(PaymentReference::id).flatMap(TransactionId::recorded);
    }

    private Ask<RefundOutcome> ask(RefundRequest request) {
        Step step = new Step.EnterText("transaction", say("step.id"), say("step.id.help"), EXAMPLE, LONGEST_ID);
        return new Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> answer instanceof Answer.Text typed
                        ? typed(request, typed.text(), at)
                        : new Done<>(new Cancelled()));
    }

    private Turn<RefundOutcome> typed(RefundRequest request, String text, Instant at) {
        List<TransactionId> spellings = Named.spellings(smartum.reader().read(text, at));
        if (spellings.isEmpty()) {
            return ask(request).refusing(because(Reason.REFUND_ID_FORM, EXAMPLE));
        }
        Optional<TransactionId> sent = sent(request, spellings);
        if (sent.isPresent()) {
            return confirm(request, sent.get());
        }
        Optional<Guidance> used = used(request, spellings);
        if (used.isPresent()) {
            return ask(request).refusing(used.get());
        }
        String venue = Particulars.of(request.payment(), smartum.settings()).venue();
        return Named.lookUp(smartum, spellings, venue)
                .map(named -> looked(request, named, spellings.size() > 1, at))
                .orElseGet(() -> ask(request).refusing(because(Reason.REFUND_ID_SEVERAL)));
    }

    private Optional<TransactionId> sent(RefundRequest request, List<TransactionId> spellings) {
        Optional<PaymentReference> sent =
                smartum.ledger().intent(request.attempt()).map(Intent.Open::reference);
        return spellings.stream()
                .filter(id -> sent.filter(smartum.reference(id)::equals).isPresent())
                .findFirst();
    }

    private Optional<Guidance> used(RefundRequest request, List<TransactionId> spellings) {
        return spellings.stream()
                .flatMap(id -> smartum.usedBySomebodyElse(id, request.payment().attempt()).stream())
                .findFirst()
                .map(held -> RefundReasons.used(smartum, request, held));
    }

    private Turn<RefundOutcome> looked(RefundRequest request, Named named, boolean several, Instant at) {
        return wrong(request, named.answer(), several, at)
                .<Turn<RefundOutcome>>map(why -> ask(request).refusing(why))
                .orElseGet(() -> confirm(request, named.id()));
    }

    /** Why a typed id, perhaps one of several spellings, cannot be the payment that is refunded. */
    private Optional<Guidance> wrong(
            RefundRequest request, ApiResult<Transaction> answer, boolean several, Instant at) {
        if (answer instanceof Ok<Transaction> ok) {
            return wrong(request, ok.value())
                    .or(() -> desk.tooLate(request, ok.value().createdAt(), at));
        }
        Reason why = answer instanceof Refused<Transaction> refused
                ? wrong(request, refused.rejection())
                : RefundReasons.ofLookUp(smartum, request.payment(), answer);
        // where Smartum does not say "unknown" of an id that nobody has, trying several again would never end
        boolean forEver = several && (why == Reason.REFUND_UNANSWERED || why == Reason.REFUND_REFUSED);
        return Optional.of(because(forEver ? Reason.REFUND_SPELLING_UNANSWERED : why));
    }

    private Reason wrong(RefundRequest request, Rejection rejection) {
        if (rejection == Rejection.WRONG_VENUE) {
            return smartum.isOfAnotherVenue(request.payment())
                    ? Reason.REFUND_WRONG_VENUE
                    : Reason.REFUND_ID_OTHER_VENUE;
        }
        return rejection == Rejection.UNKNOWN_TRANSACTION
                ? Reason.REFUND_ID_UNKNOWN
                : RefundReasons.of(smartum, request.payment(), rejection);
    }

    private Optional<Guidance> wrong(RefundRequest request, Transaction transaction) {
        Particulars particulars = Particulars.of(request.payment(), smartum.settings());
        if (!transaction.venue().equals(particulars.venue())
                || !transaction.benefit().equals(particulars.benefit())) {
            return Optional.of(because(Reason.REFUND_ID_OTHER_VENUE));
        }
        Money left = Money.euro(transaction.cents() - transaction.refunded());
        return request.amount().isMoreThan(left)
                ? Optional.of(because(Reason.REFUND_ID_TOO_SMALL, left, request.amount()))
                : Optional.empty();
    }

    private Turn<RefundOutcome> confirm(RefundRequest request, TransactionId id) {
        Money amount = request.amount();
        List<Message> lines = List.of(say("step.refund.amount", amount), say("line.transaction", id));
        Step step = new Step.Confirm("refund", say("step.refund"), lines, say("step.refund.confirm", amount));
        return new Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> new Done<>(
                        answer instanceof Answer.Confirmed ? desk.refund(request, id, at) : new Cancelled()));
    }

    private Guidance because(Reason reason, Object... arguments) {
        return smartum.say().because(reason, arguments);
    }

    private Message say(String code, Object... arguments) {
        return smartum.say().message(code, arguments);
    }

    private static Turn<RefundOutcome> declined(Guidance guidance) {
        return new Done<>(new Declined(guidance));
    }
}
