package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.events.Stopwatch;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.GivenAnswer;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Talks with a method about an attempt. The books have every answer before the method has it, so that a turn can be dropped at
 * any moment (a crash, another service) and made again by telling the stored answers to whoever serves the method then.
 *
 * <p>Callers hold the attempt's lock; nothing here is called inside a transaction.
 */
public final class Dialogue<O> {

    /** @param told how many stored answers led here */
    private record Live<O>(PaymentMethod service, Turn.Ask<O> ask, int told) {}

    /** How often a method may be replaced while one question is asked. */
    private static final int TRIES = 3;

    private final Desk desk;
    private final Map<AttemptId, Live<O>> turns = new ConcurrentHashMap<>();
    private final Map<AttemptId, Integer> running = new ConcurrentHashMap<>();

    public Dialogue(Desk desk) {
        this.desk = desk;
        desk.methods().onChange(this::dropWhatIsGone);
    }

    /**
     * What is asked now; begins or begins again where that is needed. A method that goes while it is asked is asked again on
     * whatever serves it then.
     */
    public Progress<O> ask(Attempt attempt, Function<PaymentMethod, Turn<O>> begin) {
        Progress<O> progress = new Progress.Away<>();
        for (int tries = 0; tries < TRIES && progress instanceof Progress.Away<O>; tries++) {
            Optional<Offered> offered = desk.methods().find(attempt.conversation());
            if (offered.isEmpty()) {
                turns.remove(attempt.id());
                return progress;
            }
            Live<O> live = turns.get(attempt.id());
            if (live != null && live.service() == offered.get().service()) {
                return new Progress.Asking<>(live.ask());
            }
            turns.remove(attempt.id());
            progress = again(attempt, offered.get(), begin);
        }
        return progress;
    }

    /**
     * Stores an answer, then passes it on. When the method is replaced meanwhile, waits for the next and goes on there; when that
     * asks something else, the answer is not passed on; giving up is, whatever is asked.
     *
     * @param shown the step that was answered
     */
    public Progress<O> tell(Attempt attempt, Turn.Ask<O> shown, Reply reply, Function<PaymentMethod, Turn<O>> begin) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Offered> offered = desk.methods().find(attempt.conversation());
            Live<O> live = turns.get(attempt.id());
            if (live == null
                    || offered.isEmpty()
                    || live.service() != offered.get().service()) {
                Progress<O> now = awaitAndAsk(attempt, begin);
                if (now instanceof Progress.Asking<O>) {
                    continue;
                }
                return now;
            }
            if (reply.isKept() && !live.ask().step().name().equals(shown.step().name())) {
                return new Progress.Asking<>(live.ask());
            }
            Progress<O> progress = pass(attempt, offered.get(), live, reply);
            if (!(progress instanceof Progress.Away<O>)) {
                return progress;
            }
            if (reply.isKept()) {
                // it is in the books: whoever serves next is told it with all the others
                return awaitAndAsk(attempt, begin);
            }
        }
        return new Progress.Away<>();
    }

    private Progress<O> awaitAndAsk(Attempt attempt, Function<PaymentMethod, Turn<O>> begin) {
        desk.methods().await(attempt.conversation(), desk.limits().absence());
        return ask(attempt, begin);
    }

    private Progress<O> pass(Attempt attempt, Offered offered, Live<O> live, Reply reply) {
        Instant at = desk.now();
        Answer answer = reply.answer();
        boolean kept = reply.isKept();
        int number = live.told() + 1;
        if (kept) {
            Turn.Ask<O> ask = live.ask();
            GivenAnswer given = new GivenAnswer(
                    number, GivenAnswer.kindOf(ask.step()), ask.step().name(), at, answer);
            desk.books().write(tx -> {
                AnswerTable answers = new AnswerTable(tx, desk.answers());
                // answers that did not match what is asked now led nowhere
                answers.eraseFrom(attempt.id(), number);
                answers.add(attempt.id(), given, reply.by());
                reply.vouched().ifPresent(vouched -> new AttemptTable(tx).vouch(attempt.id(), vouched));
                return null;
            });
        }
        Stopwatch since = new Stopwatch();
        Called<Turn<O>> called = call(attempt.id(), offered, () -> live.ask().answer(answer, at));
        if (answer instanceof Answer.Scanned) {
            desk.outcomes().tell(new Occurrence.Judged(attempt.method(), since.read()));
        }
        if (called instanceof Called.Answered<Turn<O>> answered && answered.value() instanceof Turn.Ask<O> asked) {
            asked.problem()
                    .ifPresent(why -> desk.outcomes().tell(new Occurrence.Refused(attempt.method(), why.reason())));
        }
        return next(attempt, offered, live, called, kept ? number : live.told());
    }

    /** Takes the last answer back: its step is asked again, with the reason. */
    public boolean takeBack(AttemptId attempt, Guidance why) {
        Live<O> live = turns.get(attempt);
        if (live == null) {
            return false;
        }
        erase(attempt, live.told() + 1);
        turns.put(attempt, new Live<>(live.service(), live.ask().refusing(why), live.told()));
        return true;
    }

    /** Drops the turn; the next question makes it again from the stored answers. */
    public void drop(AttemptId attempt) {
        turns.remove(attempt);
    }

    private Progress<O> again(Attempt attempt, Offered offered, Function<PaymentMethod, Turn<O>> begin) {
        List<GivenAnswer> answers = desk.books().read(tx -> new AnswerTable(tx, desk.answers()).of(attempt.id()));
        Called<Turn<O>> called = call(attempt.id(), offered, () -> begin.apply(offered.service()));
        for (int told = 0; ; told++) {
            if (!(called instanceof Called.Answered<Turn<O>> answered)
                    || !(answered.value() instanceof Turn.Ask<O> ask)
                    || ask.problem().isPresent() && told > 0) {
                return next(attempt, offered, turns.get(attempt.id()), called, told);
            }
            turns.put(attempt.id(), new Live<>(offered.service(), ask, told));
            if (told == answers.size() || !matches(answers.get(told), ask)) {
                return new Progress.Asking<>(ask);
            }
            GivenAnswer given = answers.get(told);
            called = call(attempt.id(), offered, () -> ask.answer(given.answer(), given.at()));
        }
    }

    /** @param told how many answers the method was told when it came to this; the last of them may be refused */
    private Progress<O> next(Attempt attempt, Offered offered, Live<O> before, Called<Turn<O>> called, int told) {
        if (called instanceof Called.Failed<Turn<O>> failed) {
            if (failed.over() && !serves(attempt, offered)) {
                // it was replaced while it was asked; the attempt can be told again to whoever serves now
                turns.remove(attempt.id());
                return new Progress.Away<>();
            }
            return new Progress.Failed<>();
        }
        if (called instanceof Called.BooksAway<Turn<O>>) {
            return new Progress.BooksAway<>();
        }
        Turn<O> turn = ((Called.Answered<Turn<O>>) called).value();
        if (turn instanceof Turn.Done<O> done) {
            return new Progress.Ended<>(done.outcome());
        }
        Turn.Ask<O> ask = (Turn.Ask<O>) turn;
        boolean refused = ask.problem().isPresent() && before != null;
        int kept = refused ? keptBy(attempt, before, ask) : told;
        if (refused) {
            erase(attempt.id(), kept + 1);
        }
        turns.put(attempt.id(), new Live<>(offered.service(), ask, kept));
        return new Progress.Asking<>(ask);
    }

    private boolean serves(Attempt attempt, Offered asked) {
        return desk.methods()
                .find(attempt.conversation())
                .filter(now -> now.service() == asked.service())
                .isPresent();
    }

    /** A plug-in that is gone is not held on to: its classes have to go, too. */
    private void dropWhatIsGone() {
        Set<PaymentMethod> there = Collections.newSetFromMap(new IdentityHashMap<>());
        desk.methods().all().forEach(offered -> there.add(offered.service()));
        turns.values().removeIf(live -> !there.contains(live.service()));
    }

    /** How many stored answers still lead to the step that a refusal asks: it may go back to an earlier one. */
    private int keptBy(Attempt attempt, Live<O> before, Turn.Ask<O> asked) {
        if (asked.step().name().equals(before.ask().step().name())) {
            return before.told();
        }
        List<GivenAnswer> answers = desk.books().read(tx -> new AnswerTable(tx, desk.answers()).of(attempt.id()));
        for (int earlier = Math.min(before.told(), answers.size()) - 1; earlier >= 0; earlier--) {
            if (answers.get(earlier).answers(asked.step())) {
                return earlier;
            }
        }
        return before.told();
    }

    private static boolean matches(GivenAnswer given, Turn.Ask<?> ask) {
        return given.answers(ask.step()) && Fit.of(ask, given.answer());
    }

    /** Whether a call about that attempt still runs that everybody gave up waiting for: what it does is not known. */
    public boolean isHanging(AttemptId attempt) {
        return running.containsKey(attempt);
    }

    private <T> Called<T> call(AttemptId attempt, Offered offered, Callable<T> work) {
        AtomicBoolean givenUp = new AtomicBoolean();
        Called<T> called = desk.patience().call(offered.info().patience(), () -> {
            running.merge(attempt, 1, Integer::sum);
            try {
                return work.call();
            } finally {
                running.computeIfPresent(attempt, (id, calls) -> calls == 1 ? null : calls - 1);
                if (givenUp.get()) {
                    // what it claimed after all, nobody will settle
                    desk.claims().release(attempt);
                }
            }
        });
        if (called instanceof Called.Failed<T>) {
            givenUp.set(true);
            desk.claims().release(attempt);
        }
        return called;
    }

    private void erase(AttemptId attempt, int from) {
        desk.books().write(tx -> {
            new AnswerTable(tx, desk.answers()).eraseFrom(attempt, from);
            return null;
        });
    }
}
