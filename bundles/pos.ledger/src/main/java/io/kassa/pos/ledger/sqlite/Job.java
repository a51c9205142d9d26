package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.Optional;
import java.util.function.Function;

/** A work that waits for its commit. What becomes of it is seen by whoever leaves the queue after it. */
final class Job<T> {

    private final Work<T> work;
    private T result;
    private Optional<Throwable> failure = Optional.empty();
    private boolean stored;
    private boolean over;

    Job(Work<T> work) {
        this.work = work;
    }

    /**
     * Lets the work be done, and keeps what it throws for whoever waits for it. It may be done again when its transaction was
     * undone.
     *
     * @return whether it threw nothing
     */
    boolean run(Function<Work<T>, T> how) {
        failure = Optional.empty();
        try {
            result = how.apply(work);
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
        return failure.isEmpty();
    }

    /** What it threw, if it was of that kind. */
    <E extends Throwable> Optional<E> failure(Class<E> kind) {
        return failure.filter(kind::isInstance).map(kind::cast);
    }

    void fail(RuntimeException e) {
        failure = Optional.of(e);
    }

    /** It is on disk. Whoever waits is told so after this word alone. */
    void stored() {
        stored = true;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    T answer() {
        failure.ifPresent(Job::rethrow);
        if (!stored) {
            throw new LedgerUnavailableException("The books could not be written", null);
        }
        return result;
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
