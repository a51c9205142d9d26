package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Who writes: one thread at a time, for all that wait at that moment. Nobody hands a work over to another thread unless that one is
 * about to commit anyway, so that a till with one cashier waits for the disk and for nothing else.
 */
final class SqliteQueue {

    private static final int BATCH = 64;

    private final Queue<SqliteJob<?>> waiting = new ArrayDeque<>();
    private Thread writer;
    private boolean closed;

    /** @throws LedgerUnavailableException when the books are closed */
    synchronized void add(SqliteJob<?> job) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("A work writes through its own transaction");
        }
        if (closed) {
            throw new LedgerUnavailableException("The books are closed", null);
        }
        waiting.add(job);
    }

    /** Waits until a job is over, which is false, or it is this thread's turn to write. Also when interrupted: whoever left now would not know what was stored. */
    synchronized boolean turn(SqliteJob<?> job) {
        return turn(job::isOver);
    }

    /** Waits for a moment in which nobody writes; false when the books are closed. */
    synchronized boolean turn() {
        return turn(() -> closed);
    }

    /** Waits until everything that was accepted is over, and keeps the turn; false when somebody else closes. */
    synchronized boolean close() {
        if (closed) {
            return false;
        }
        closed = true;
        await(() -> writer == null && waiting.isEmpty());
        writer = Thread.currentThread();
        return true;
    }

    /** Those that waited first. */
    synchronized List<SqliteJob<?>> next() {
        List<SqliteJob<?>> batch = new ArrayList<>();
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    synchronized void done(List<SqliteJob<?>> batch) {
        batch.forEach(SqliteJob::end);
        writer = null;
        notifyAll();
    }

    private boolean turn(BooleanSupplier over) {
        await(() -> writer == null || over.getAsBoolean());
        if (over.getAsBoolean()) {
            return false;
        }
        writer = Thread.currentThread();
        return true;
    }

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
