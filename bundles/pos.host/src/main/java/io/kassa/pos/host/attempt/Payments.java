package io.kassa.pos.host.attempt;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.events.Stopwatch;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.Shown;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;
import java.util.function.Function;

/** Payment attempts under way: what they ask now, and what an answer leads to. */
public final class Payments {

    private final Desk desk;
    private final Dialogue<PaymentOutcome> dialogue;
    private final PaymentBooking booking;
    private final Talks talks = new Talks();

    public Payments(Desk desk) {
        this.desk = desk;
        this.dialogue = new Dialogue<>(desk);
        this.booking = new PaymentBooking(desk);
    }

    /** A payment of that sale is in the books, and waits for its method. */
    public void begun(AttemptId payment, Sale sale) {
        booking.begun(payment, sale);
    }

    /** The sale at a register as it was seen last, if that is known; it may have changed since. */
    public Optional<Sale> seen(String register) {
        return booking.seen(register);
    }

    /** What the modal shows of an attempt that is open; somebody else talking with its method means one moment. */
    public Shown show(AttemptId id) {
        Talk talk = talks.of(id);
        if (!talk.look()) {
            return Shown.moment();
        }
        try {
            return find(id).filter(Attempt::isOpen)
                    .map(attempt -> shown(attempt, dialogue.ask(attempt, begin(attempt))))
                    .orElse(Shown.moment());
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            dialogue.drop(id);
            return Shown.trouble(desk.words().guidance(Refusal.BOOKS_AWAY));
        } finally {
            end(talk, id);
        }
    }

    /** Answers without a person where the method suggests what to answer: the quick button's exact amount. */
    public void answerSuggested(Actor actor, AttemptId id) {
        if (show(id).step().orElse(null) instanceof Step.EnterAmount enter
                && enter.suggested().isPresent()) {
            answer(actor, id, enter.name(), new Answer.Amount(enter.suggested().get()), Optional.empty());
        }
    }

    /** @return why nothing was passed on */
    public Optional<Refused> answer(Actor actor, AttemptId id, String step, Answer answer, Optional<String> reason) {
        Stopwatch since = new Stopwatch();
        Talk talk = talks.of(id);
        talk.begin();
        try {
            Optional<Attempt> found = find(id);
            if (found.isEmpty()) {
                return refused(Refusal.ATTEMPT_UNKNOWN);
            }
            if (!found.get().isOpen()) {
                // a second press of the same button: the first has ended the attempt, and the page shows how
                return Optional.empty();
            }
            Optional<Refused> refused = answer(actor, found.get(), step, answer, reason);
            if (refused.isEmpty() && answer instanceof Answer.Scanned) {
                desk.outcomes().tell(new Occurrence.Scanned(found.get().method(), since.read()));
            }
            return refused;
        } finally {
            end(talk, id);
        }
    }

    private Optional<Refused> answer(
            Actor actor, Attempt attempt, String step, Answer answer, Optional<String> reason) {
        // who gives up before anything was answered need not wait for a method that is away
        if (!(answer instanceof Answer.Cancelled) || booking.answered(attempt)) {
            desk.methods().await(attempt.method(), desk.limits().absence());
        }
        Progress<PaymentOutcome> now = dialogue.ask(attempt, begin(attempt));
        if (!(now instanceof Progress.Asking<PaymentOutcome> asking)) {
            return answer instanceof Answer.Cancelled ? giveUp(actor, attempt, now, false) : notAsking(attempt, now);
        }
        Turn.Ask<PaymentOutcome> ask = asking.ask();
        if (answer instanceof Answer.Cancelled) {
            return cancel(actor, attempt, ask, answer);
        }
        if (!ask.step().name().equals(step)) {
            return refused(Refusal.STEP_CHANGED);
        }
        if (!Fit.of(ask, answer)) {
            return refused(Refusal.ANSWER_MISFIT);
        }
        boolean attested = Fit.detour(ask, answer).map(Detour::attested).orElse(false);
        if (attested && !actor.mayAttest()) {
            return refused(Refusal.ATTEST_FORBIDDEN);
        }
        if (attested && reason.map(String::isBlank).orElse(true)) {
            return refused(Refusal.ATTEST_REASON);
        }
        Reply reply = new Reply(actor.name(), answer, attested ? reason.map(String::strip) : Optional.empty());
        shown(attempt, dialogue.tell(attempt, ask, reply, begin(attempt)));
        return Optional.empty();
    }

    private Optional<Refused> cancel(Actor actor, Attempt attempt, Turn.Ask<PaymentOutcome> ask, Answer answer) {
        Progress<PaymentOutcome> told = dialogue.tell(attempt, ask, new Reply(actor.name(), answer), begin(attempt));
        if (told instanceof Progress.Ended<PaymentOutcome> || told instanceof Progress.Away<PaymentOutcome>) {
            return giveUp(actor, attempt, told, true);
        }
        shown(attempt, told);
        return Optional.empty();
    }

    /**
     * What has ended is booked; what cannot be booked holds up no register, and is asked about later.
     *
     * @param told whether the method knows that the cashier gave up: asking it again would lead here again
     */
    private Optional<Refused> giveUp(Actor actor, Attempt attempt, Progress<PaymentOutcome> now, boolean told) {
        if (!(now instanceof Progress.Ended<PaymentOutcome> done)) {
            return abandon(actor, attempt);
        }
        Optional<String> person = Optional.of(actor.name());
        Shown shown = book(attempt, done.outcome(), person);
        if (shown.problem().isPresent() && (told || shown.step().isEmpty())) {
            booking.book(attempt, new PaymentOutcome.Unknown(shown.problem().get()), person);
            ended(attempt);
        }
        return Optional.empty();
    }

    private Optional<Refused> notAsking(Attempt attempt, Progress<PaymentOutcome> now) {
        Shown shown = shown(attempt, now);
        if (now instanceof Progress.Ended<PaymentOutcome>) {
            return Optional.empty();
        }
        return shown.problem().map(Refused::unavailable).or(() -> refused(Refusal.METHOD_AWAY, attempt.methodName()));
    }

    /** Nobody is there who could be told: what was answered so far decides whether money can have moved. */
    private Optional<Refused> abandon(Actor actor, Attempt attempt) {
        booking.abandon(attempt, actor.name());
        ended(attempt);
        return Optional.empty();
    }

    private Shown shown(Attempt attempt, Progress<PaymentOutcome> progress) {
        if (progress instanceof Progress.Asking<PaymentOutcome> asking) {
            return Shown.asking(asking.ask());
        }
        if (progress instanceof Progress.Ended<PaymentOutcome> done) {
            return book(attempt, done.outcome(), Optional.empty());
        }
        if (progress instanceof Progress.Away<PaymentOutcome>) {
            return Shown.moment();
        }
        Refusal why =
                progress instanceof Progress.BooksAway<PaymentOutcome> ? Refusal.BOOKS_AWAY : Refusal.METHOD_TROUBLE;
        return again(attempt, desk.words().guidance(why, attempt.methodName()));
    }

    /** @param gaveUp the person who did, if it came of that */
    private Shown book(Attempt attempt, PaymentOutcome outcome, Optional<String> gaveUp) {
        try {
            Ended ended = booking.book(attempt, outcome, gaveUp);
            if (ended.stored()) {
                ended(attempt);
                return Shown.moment();
            }
            Guidance problem = ended.problem().orElseThrow();
            desk.outcomes().tell(new Occurrence.Refused(attempt.method(), problem.reason()));
            return again(attempt, problem);
        } catch (LedgerUnavailableException e) {
            // nothing was stored: whoever asks next, this attempt too, need not wait for what it has reserved
            desk.claims().release(attempt.id());
            dialogue.drop(attempt.id());
            throw e;
        } catch (CommitUnknownException e) {
            // the answer stays in the books: the next question tells it again, and books what comes of it
            dialogue.drop(attempt.id());
            throw e;
        }
    }

    private Shown again(Attempt attempt, Guidance why) {
        return dialogue.takeBack(attempt.id(), why) ? show(attempt.id()) : Shown.trouble(why);
    }

    private void ended(Attempt attempt) {
        dialogue.drop(attempt.id());
        talks.forget(attempt.id());
        desk.changes().register(attempt.register());
        desk.changes().worklist();
    }

    private void end(Talk talk, AttemptId id) {
        if (!talk.end()) {
            return;
        }
        try {
            find(id).ifPresent(attempt -> desk.changes().register(attempt.register()));
        } catch (LedgerUnavailableException e) {
            // what the talk came to is said, and not this: who looked in vain sees the next change
        }
    }

    private Optional<Attempt> find(AttemptId id) {
        Optional<Attempt> found = AttemptTable.find(desk.books(), id);
        booking.lookAgain();
        return found;
    }

    private static Function<PaymentMethod, Turn<PaymentOutcome>> begin(Attempt attempt) {
        return method -> method.pay(attempt.request());
    }

    private Optional<Refused> refused(Refusal refusal, Object... arguments) {
        return Optional.of(new Refused(refusal.kind(), desk.words().guidance(refusal, arguments)));
    }
}
