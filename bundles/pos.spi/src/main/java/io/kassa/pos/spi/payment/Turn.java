package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.text.Guidance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an attempt stands: it asks something, or it is done.
 *
 * <p>The host owns time. It stores the attempt before the first call, and every answer with its step's kind, name and time
 * before it passes it on. After a crash, a changed configuration or an update it calls the method again with the same request
 * and replays the stored answers; replay stops at the first step that does not match, and asks there. A turn is dropped when
 * its service goes, so a plug-in keeps no session.
 */
public sealed interface Turn<O> {

    /**
     * @param problem why the answer before was refused; then this is the same step asked again, or an earlier one that the
     *     attempt goes back to. The host erases the refused answer, and all that were given since that step was asked, and does
     *     not replay them
     * @param detours other ways on
     */
    record Ask<O>(Step step, Optional<Guidance> problem, List<Detour> detours, Continuation<O> continuation)
            implements Turn<O> {

        public Ask {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(problem, "problem");
            detours = List.copyOf(detours);
            Objects.requireNonNull(continuation, "continuation");
        }

        /**
         * Goes on. May block, at most the method's patience. May be called more than once.
         *
         * @param at when the person answered; the answer is judged as of then, also when it is replayed later
         * @throws IllegalArgumentException when the answer does not fit the step: a bug of the host
         */
        public Turn<O> answer(Answer answer, Instant at) {
            boolean offered = !(answer instanceof Answer.Detoured detoured)
                    || detours.stream().anyMatch(detour -> detour.id().equals(detoured.id()));
            if (!answer.fits(step) || !offered) {
                throw new IllegalArgumentException(
                        answer.getClass().getSimpleName() + " does not answer " + step.name());
            }
            return continuation.answer(answer, at);
        }

        /** The same step again, with the reason why the answer was refused. */
        public Ask<O> refusing(Guidance why) {
            return new Ask<>(step, Optional.of(why), detours, continuation);
        }
    }

    /** The end of the attempt. Stored by the host once, and never derived again. */
    record Done<O>(O outcome) implements Turn<O> {
        public Done {
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** What a plug-in does with an answer that fits its step. */
    @FunctionalInterface
    interface Continuation<O> {
        Turn<O> answer(Answer answer, Instant at);
    }
}
