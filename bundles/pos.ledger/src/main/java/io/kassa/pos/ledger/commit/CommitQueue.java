package io.kassa.pos.ledger.commit;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Who writes: one thread at a time, for all that wait at that moment. Nobody hands a work over to another thread unless that one
 * is about to commit anyway, so that a till with one cashier waits for the disk and for nothing else.
 */
public final class CommitQueue {

    private static final int BATCH = 64;

    private final Set<Job<?>> waiting = new LinkedHashSet<>();
    private Optional<Thread> writer = Optional.empty();
    private boolean closed;

    /**
     * Returns when the work is on disk.
     *
     * @param commit stores the works it is given and says so of each, and fails those that are not; it throws nothing but what
     *     nobody can prevent, such as a lack of memory
     * @throws LedgerUnavailableException when the books are closed
     */
    public <T> T write(Work<T> work, Consumer<Batch> commit) {
        Job<T> job = new Job<>(work);
        add(job);
        while (turn(job)) {
            Batch batch = new Batch(List.of());
            try {
                batch = next();
                commit(batch, commit);
            } catch (RuntimeException | Error e) {
                // Who leaves with this must not be written later, by somebody else.
                withdraw(job);
                throw e;
            } finally {
                done(batch);
            }
        }
        return job.answer();
    }

    private static void commit(Batch batch, Consumer<Batch> commit) {
        // Whoever writes, writes for others too: they must not be refused because somebody wants this thread to stop.
        boolean interrupted = Thread.interrupted();
        try {
            commit.accept(batch);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does something in a moment in which nobody writes, unless the books are closed. */
    public void between(Runnable action) {
        if (turn()) {
            try {
                action.run();
            } finally {
                done(new Batch(List.of()));
            }
        }
    }

    /** Closes when everything that was accepted is over. Harmless to repeat. */
    public void close(Runnable action) {
        if (closes()) {
            action.run();
        }
    }

    private synchronized boolean closes() {
        boolean first = !closed;
        closed = true;
        await(() -> writer.isEmpty() && waiting.isEmpty());
        return first;
    }

    private synchronized void add(Job<?> job) {
        if (writer.filter(Thread.currentThread()::equals).isPresent()) {
            throw new IllegalStateException("A work writes through its own transaction");
        }
        if (closed) {
            throw new LedgerUnavailableException("The books are closed", null);
        }
        waiting.add(job);
    }

    private synchronized void withdraw(Job<?> job) {
        waiting.remove(job);
    }

    /** Waits until a job is over, which is false, or it is this thread's turn to write. */
    private synchronized boolean turn(Job<?> job) {
        return turn(job::isOver);
    }

    /** Waits until nobody writes; false when the books are closed. */
    private synchronized boolean turn() {
        return turn(() -> closed);
    }

    private boolean turn(BooleanSupplier over) {
        await(() -> over.getAsBoolean() || writer.isEmpty());
        if (over.getAsBoolean()) {
            return false;
        }
        writer = Optional.of(Thread.currentThread());
        return true;
    }

    /** Those that waited first. */
    private synchronized Batch next() {
        List<Job<?>> batch = waiting.stream().limit(BATCH).toList();
        batch.forEach(waiting::remove);
        return new Batch(batch);
    }

    private synchronized void done(Batch batch) {
        batch.end();
        writer = Optional.empty();
        notifyAll();
    }

    /** Also when interrupted: whoever left now would not know what was stored. */
    private void await(BooleanSupplier condition) {
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
