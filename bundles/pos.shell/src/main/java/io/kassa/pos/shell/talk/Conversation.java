package io.kassa.pos.shell.talk;

import io.kassa.pos.shell.book.Answers;
import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.book.Given;
import io.kassa.pos.shell.method.Methods;
import io.kassa.pos.shell.method.Offer;
import io.kassa.pos.shell.method.Patience;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks with a method about one attempt, from wherever its stored answers lead. The host owns time: an answer is on disk before
 * the method has it, so a turn can be dropped at any moment and made again by telling the answers once more, each as of its own
 * time, to whoever serves the method then.
 */
public final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Methods methods;
    private final Patience patience;
    private final Answers answers;
    private final Clock clock;

    public Conversation(Methods methods, Patience patience, Answers answers, Clock clock) {
        this.methods = methods;
        this.patience = patience;
        this.answers = answers;
        this.clock = clock;
    }

    /** Who answers when the stored answers are used up. */
    @FunctionalInterface
    public interface Person {
        /** @return empty when nobody is there (any more) */
        Optional<Screen.Reply> ask(Turn.Ask<?> ask);

        Person NOBODY = ask -> Optional.empty();
    }

    /** How a conversation stopped. */
    public sealed interface Stop<O> {

        /** To be booked before anybody is told. */
        record Done<O>(O outcome) implements Stop<O> {}

        /** Something is asked, and nobody answers. It goes on when somebody resumes it. */
        record Asking<O>() implements Stop<O> {}

        /** Nobody serves the method. It goes on when somebody does. */
        record Away<O>() implements Stop<O> {}

        /** The method threw or overran its patience; what it did is not known. */
        record Failed<O>() implements Stop<O> {}
    }

    /** The method went while it was asked. */
    private static final class GoneException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param begin {@code method.pay(request)} or {@code method.refund(request)}, always with the same request */
    public <O> Stop<O> hold(Attempt attempt, Function<PaymentMethod, Turn<O>> begin, Person person) {
        while (true) {
            Optional<Offer> offer = methods.keeper(attempt.method(), attempt.keptBy());
            if (offer.isEmpty()) {
                return new Stop.Away<>();
            }
            try {
                return talk(attempt, offer.get(), begin, person);
            } catch (GoneException e) {
                LOG.info("{}: {} is being replaced", attempt.id(), attempt.method());
            } catch (Patience.FailedException e) {
                LOG.error("{}: {} failed", attempt.id(), attempt.method(), e);
                return new Stop.Failed<>();
            }
        }
    }

    private <O> Stop<O> talk(Attempt attempt, Offer offer, Function<PaymentMethod, Turn<O>> begin, Person person)
            throws GoneException, Patience.FailedException {
        List<Given> stored = answers.of(attempt.id());
        int told = 0;
        Turn<O> turn = call(offer, () -> begin.apply(offer.method()));
        while (turn instanceof Turn.Ask<O> ask) {
            if (ask.problem().isPresent() && told > 0) {
                told = takeBack(attempt, ask, told);
                stored = stored.subList(0, Math.min(told, stored.size()));
            }
            if (told < stored.size() && tellable(stored.get(told), ask)) {
                Given given = stored.get(told);
                turn = call(offer, () -> ask.answer(given.answer(), given.at()));
            } else {
                Optional<Screen.Reply> reply = person.ask(ask);
                if (reply.isEmpty()) {
                    return new Stop.Asking<>();
                }
                Answer answer = reply.get().answer();
                Instant at = clock.instant();
                answers.put(
                        attempt,
                        told,
                        Given.to(ask.step(), answer, at),
                        reply.get().reason());
                // what was answered after it is erased
                stored = List.of();
                turn = call(offer, () -> ask.answer(answer, at));
            }
            told++;
        }
        return new Stop.Done<>(((Turn.Done<O>) turn).outcome());
    }

    private static boolean tellable(Given given, Turn.Ask<?> ask) {
        boolean offered = !(given.answer() instanceof Answer.Detoured taken)
                || ask.detours().stream().anyMatch(detour -> detour.id().equals(taken.id()));
        return given.wasGivenTo(ask.step()) && offered;
    }

    /**
     * Erases the refused answer; and where the method goes back to an earlier step, all answers since that one was asked.
     *
     * @return how many still count
     */
    private int takeBack(Attempt attempt, Turn.Ask<?> ask, int told) {
        List<Given> all = answers.of(attempt.id());
        int kept = told - 1;
        for (int earlier = kept; earlier >= 0; earlier--) {
            if (earlier < all.size() && all.get(earlier).wasGivenTo(ask.step())) {
                kept = earlier;
                break;
            }
        }
        answers.eraseFrom(attempt.id(), kept);
        return kept;
    }

    private <T> T call(Offer offer, Callable<T> work) throws GoneException, Patience.FailedException {
        if (!offer.serves()) {
            throw new GoneException();
        }
        try {
            return patience.call(offer, work);
        } catch (Patience.FailedException e) {
            if (offer.serves()) {
                throw e;
            }
            throw new GoneException();
        }
    }
}
