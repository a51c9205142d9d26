package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.fail;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks through the turns of an attempt as a cashier does, with answers prepared by a test. */
public final class ScriptedCashier {

    private static final int MOST_STEPS = 100;

    private final Clock clock;

    public ScriptedCashier(Clock clock) {
        this.clock = clock;
    }

    /**
     * Gives the answers in their order and confirms what else is to be confirmed. Stops when the attempt is done, when an
     * answer is refused, when the script is at its end, and after {@value #MOST_STEPS} answers.
     */
    public <O> Walk<O> walk(Turn<O> first, List<Answer> script) {
        return walk(first, script, MOST_STEPS);
    }

    /** The same, and stops after so many answers. */
    public <O> Walk<O> walk(Turn<O> first, List<Answer> script, int mostAnswers) {
        return walk(first, List.of(), script, mostAnswers);
    }

    /** Replays stored answers as a host does after a restart, then goes on with the script. */
    public <O> Walk<O> resume(Turn<O> first, List<Given> stored, List<Answer> script) {
        Turn<O> turn = first;
        for (Given given : stored) {
            if (!(turn instanceof Turn.Ask<O> ask) || !given.answers(ask.step())) {
                return fail("Replay: the stored answer to " + given.step().name() + " meets " + kind(turn));
            }
            turn = ask.answer(given.answer(), given.at());
        }
        return walk(turn, stored, script, MOST_STEPS);
    }

    private <O> Walk<O> walk(Turn<O> first, List<Given> before, List<Answer> script, int mostAnswers) {
        Deque<Answer> left = new ArrayDeque<>(script);
        List<Given> given = new ArrayList<>(before);
        Turn<O> turn = first;
        for (int answers = 0; turn instanceof Turn.Ask<O> ask && answers < mostAnswers; answers++) {
            Optional<Answer> next = next(ask.step(), left);
            if (next.isEmpty()) {
                break;
            }
            Given answer = new Given(ask.step(), next.get(), clock.instant());
            turn = ask.answer(answer.answer(), answer.at());
            if (turn instanceof Turn.Ask<O> again && again.problem().isPresent()) {
                return new Walk<>(turn, given, Optional.of(answer));
            }
            given.add(answer);
        }
        return new Walk<>(turn, given, Optional.empty());
    }

    private static Optional<Answer> next(Step step, Deque<Answer> left) {
        boolean unmentioned = left.isEmpty() || !left.peek().fits(step);
        if (step instanceof Step.Confirm && unmentioned) {
            return Optional.of(new Answer.Confirmed());
        }
        Optional<Answer> next = Optional.ofNullable(left.poll());
        if (next.isPresent() && !next.get().fits(step)) {
            return fail("The script answers " + next.get().getClass().getSimpleName() + ", but " + step.name()
                    + " is a " + step.getClass().getSimpleName());
        }
        return next;
    }

    private static String kind(Turn<?> turn) {
        return turn instanceof Turn.Ask<?> ask ? ask.step().name() : "the end";
    }
}
