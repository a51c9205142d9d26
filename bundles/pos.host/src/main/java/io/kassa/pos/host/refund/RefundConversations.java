package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.Dialogue;
import io.kassa.pos.host.attempt.Endings;
import io.kassa.pos.host.attempt.Fit;
import io.kassa.pos.host.attempt.Progress;
import io.kassa.pos.host.attempt.Refused;
import io.kassa.pos.host.attempt.Reply;
import io.kassa.pos.host.attempt.Talk;
import io.kassa.pos.host.attempt.Talks;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.events.Stopwatch;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.Shown;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Refund parts under way. A plug-in that fails in the middle of a refund may have sent it: its end is not known then, and the
 * till inquires.
 */
final class RefundConversations {

    private final Desk desk;
    private final Dialogue<RefundOutcome> dialogue;
    private final RefundBooking booking;
    private final Endings endings;
    private final Talks talks = new Talks();

    RefundConversations(Desk desk, RefundBooking booking) {
        this.desk = desk;
        this.dialogue = new Dialogue<>(desk);
        this.booking = booking;
        this.endings = new Endings(desk);
    }

    /** Whether a part was under the hands of this host since it started. */
    boolean isOurs(AttemptId id) {
        return talks.has(id);
    }

    /** Begins a part, or goes on with it; what the modal shows of it. */
    Shown show(AttemptId id) {
        Talk talk = talks.of(id);
        if (!talk.look()) {
            return Shown.moment();
        }
        try {
            return find(id).filter(Attempt::isOpen).map(this::resume).orElse(Shown.moment());
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            dialogue.drop(id);
            return Shown.trouble(desk.words().guidance(Refusal.BOOKS_AWAY));
        } finally {
            end(talk, id);
        }
    }

    /** @return why nothing was passed on */
    Optional<Refused> answer(Actor actor, AttemptId id, String step, Answer answer) {
        Talk talk = talks.of(id);
        talk.begin();
        try {
            Optional<Attempt> part = find(id);
            return part.isPresent() && part.get().isOpen()
                    ? answer(part.get(), step, new Reply(actor.name(), answer))
                    : Optional.empty();
        } finally {
            end(talk, id);
        }
    }

    /**
     * Asks how a part ended that is not known; when that is still not known, tells its method everything again, unless the
     * provider wants to be left alone.
     *
     * @return for how long it does
     */
    Optional<Duration> inquire(Attempt part) {
        Talk talk = talks.of(part.id());
        talk.begin();
        try {
            if (dialogue.isHanging(part.id())) {
                // it may be sent yet: nobody can say now that it was not
                return Optional.empty();
            }
            Stopwatch since = new Stopwatch();
            RefundRequest request = request(part);
            Optional<Offered> offered = desk.methods().find(part.origin());
            Optional<RefundOutcome> outcome = offered.flatMap(there -> inquire(there, request));
            if (outcome.isPresent()
                    && outcome.get() instanceof RefundOutcome.Unknown unknown
                    && unknown.pause().isEmpty()) {
                outcome = again(part);
            }
            Optional<RefundOutcome> checked = outcome.map(said -> checked(part, said));
            checked.filter(known -> !(known instanceof RefundOutcome.Unknown))
                    .ifPresent(known -> book(part, known, Optional.empty()));
            endings.refundInquiry(part, checked, since.read());
            return checked.flatMap(RefundConversations::pause);
        } finally {
            end(talk, part.id());
        }
    }

    private static Optional<Duration> pause(RefundOutcome outcome) {
        return outcome instanceof RefundOutcome.Unknown unknown ? unknown.pause() : Optional.empty();
    }

    private Optional<RefundOutcome> inquire(Offered there, RefundRequest request) {
        Called<RefundOutcome> called = desk.patience()
                .call(there.info().patience(), () -> there.service().inquire(request));
        return called instanceof Called.Answered<RefundOutcome> answered
                ? Optional.of(answered.value())
                : Optional.empty();
    }

    private Optional<Refused> answer(Attempt part, String step, Reply reply) {
        desk.methods().await(part.origin(), desk.limits().absence());
        boolean cancels = reply.answer() instanceof Answer.Cancelled;
        Optional<String> gaveUp = Optional.of(reply.by()).filter(person -> cancels);
        Progress<RefundOutcome> now = dialogue.ask(part, begin(part));
        if (!(now instanceof Progress.Asking<RefundOutcome> asking)) {
            return notAsking(part, now, gaveUp);
        }
        Step asked = asking.ask().step();
        if (!cancels && !asked.name().equals(step)) {
            return refused(Refusal.STEP_CHANGED);
        }
        if (!cancels && !Fit.of(asking.ask(), reply.answer())) {
            return refused(Refusal.ANSWER_MISFIT);
        }
        Progress<RefundOutcome> told = dialogue.tell(part, asking.ask(), reply, begin(part));
        if (cancels && told instanceof Progress.Away<RefundOutcome>) {
            return notAsking(part, told, gaveUp);
        }
        shown(part, told, gaveUp);
        return Optional.empty();
    }

    private Optional<Refused> notAsking(Attempt part, Progress<RefundOutcome> now, Optional<String> gaveUp) {
        if (!(now instanceof Progress.Away<RefundOutcome>)) {
            return shown(part, now, gaveUp).problem().map(Refused::unavailable);
        }
        if (gaveUp.isPresent() && !isBegun(part)) {
            end(part, new RefundOutcome.Cancelled(), gaveUp);
            return Optional.empty();
        }
        return Optional.of(Refused.unavailable(waiting(part)));
    }

    /** Nobody is there who could pay it back: it waits, and goes on with whoever speaks its scheme. */
    private Guidance waiting(Attempt part) {
        Refusal why = isBegun(part) ? Refusal.REFUND_WAITING : Refusal.REFUND_METHOD_AWAY;
        return desk.words().guidance(why, part.methodName());
    }

    /** Whether anything was answered or sent; before that, nothing can have gone back. */
    boolean isBegun(Attempt part) {
        boolean answered = desk.books()
                .read(tx -> !new AnswerTable(tx, desk.answers()).of(part.id()).isEmpty());
        return answered || desk.claims().intent(part.id()).isPresent();
    }

    private Shown resume(Attempt part) {
        return shown(part, dialogue.ask(part, begin(part)), Optional.empty());
    }

    /** @param gaveUp the person who did, if it came of that */
    private Shown shown(Attempt part, Progress<RefundOutcome> progress, Optional<String> gaveUp) {
        if (progress instanceof Progress.Asking<RefundOutcome> asking) {
            return Shown.asking(asking.ask());
        }
        if (progress instanceof Progress.Ended<RefundOutcome> done) {
            end(part, done.outcome(), gaveUp);
        } else if (progress instanceof Progress.Failed<RefundOutcome>) {
            end(
                    part,
                    new RefundOutcome.Unknown(desk.words().guidance(Refusal.REFUND_UNKNOWN, part.methodName())),
                    gaveUp);
        } else if (progress instanceof Progress.BooksAway<RefundOutcome>) {
            dialogue.drop(part.id());
            return Shown.trouble(desk.words().guidance(Refusal.BOOKS_AWAY));
        } else if (progress instanceof Progress.Away<RefundOutcome>
                && !desk.methods().isExpected(part.origin())) {
            return Shown.trouble(waiting(part));
        }
        return Shown.moment();
    }

    private void end(Attempt part, RefundOutcome outcome, Optional<String> gaveUp) {
        RefundOutcome checked = checked(part, outcome);
        try {
            if (book(part, checked, gaveUp)) {
                endings.refund(part, checked);
            }
        } catch (CommitUnknownException e) {
            // whoever asks next finds it ended, and would not say so again
            if (endings.isStored(part)) {
                endings.refund(part, checked);
            }
            throw e;
        }
    }

    private boolean book(Attempt part, RefundOutcome outcome, Optional<String> gaveUp) {
        boolean changed;
        try {
            changed = booking.book(part, outcome, gaveUp);
        } finally {
            dialogue.drop(part.id());
        }
        forget(part);
        return changed;
    }

    /** Nobody is left here who could go on with it. */
    void leaveToAPerson(Attempt part) {
        booking.leaveToAPerson(part);
        dialogue.drop(part.id());
        forget(part);
    }

    private void forget(Attempt part) {
        talks.forget(part.id());
        desk.changes().receipt(part.sale());
        desk.changes().worklist();
    }

    /** Another amount than was asked for is a plug-in's bug, and where the money is then is for a person to find out. */
    private RefundOutcome checked(Attempt part, RefundOutcome outcome) {
        return outcome instanceof RefundOutcome.Refunded refunded
                        && !refunded.amount().equals(part.due())
                ? new RefundOutcome.Unknown(desk.words().guidance(Refusal.REFUND_UNKNOWN, part.methodName()))
                : outcome;
    }

    /** Everything told again without a person: what it asks beyond the stored answers ends the try. */
    private Optional<RefundOutcome> again(Attempt part) {
        dialogue.drop(part.id());
        Progress<RefundOutcome> progress = dialogue.ask(part, begin(part));
        dialogue.drop(part.id());
        return progress instanceof Progress.Ended<RefundOutcome> done
                ? Optional.of(checked(part, done.outcome()))
                : Optional.empty();
    }

    private Function<PaymentMethod, Turn<RefundOutcome>> begin(Attempt part) {
        return method -> method.refund(request(part));
    }

    private RefundRequest request(Attempt part) {
        return desk.books().read(tx -> request(tx, part));
    }

    private static RefundRequest request(Transaction tx, Attempt part) {
        Sale sale = new SaleTable(tx).find(part.sale()).orElseThrow();
        Tender tender = sale.tender(part.payment().orElseThrow()).orElseThrow();
        Money none = Money.zero(sale.cart().currency());
        Money before = new RefundTable(tx)
                .back(sale.id(), none.currency()).getOrDefault(tender.attempt(), new TreeMap<>()).values().stream()
                        .reduce(none, Money::plus);
        return new RefundRequest(
                part.id(), sale.id(), tender.recorded(sale.id(), before), part.due(), part.startedAt());
    }

    private void end(Talk talk, AttemptId id) {
        if (!talk.end()) {
            return;
        }
        try {
            find(id).ifPresent(attempt -> desk.changes().receipt(attempt.sale()));
        } catch (LedgerUnavailableException e) {
            // what the talk came to is said, and not this: who looked in vain sees the next change
        }
    }

    private Optional<Attempt> find(AttemptId id) {
        return desk.books().read(tx -> new AttemptTable(tx).find(id));
    }

    private Optional<Refused> refused(Refusal refusal, Object... arguments) {
        return Optional.of(new Refused(refusal.kind(), desk.words().guidance(refusal, arguments)));
    }
}
