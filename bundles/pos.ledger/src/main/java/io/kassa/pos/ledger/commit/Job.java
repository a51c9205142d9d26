package io.kassa.pos.ledger.commit;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

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
     * @return what it threw
     */
    Optional<Throwable> run(Batch.Store store) {
        return keep(() -> store.run(work));
    }

    /** The same after a savepoint, with all that the work left to be done, so that what is refused is this work's. */
    Optional<Throwable> runApart(Batch.Store store) {
        return keep(() -> {
            T answer = store.run(work);
            store.execute("RELEASE work");
            return answer;
        });
    }

    private Optional<Throwable> keep(Supplier<T> run) {
        failure = Optional.empty();
        try {
            result = run.get();
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
        return failure;
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

    static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
