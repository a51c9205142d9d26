package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A work that waits for its commit. */
final class SqliteJob<T> {

    private final Work<T> work;
    private final CountDownLatch told = new CountDownLatch(1);
    private T result;
    private Optional<Throwable> failure = Optional.empty();

    SqliteJob(Work<T> work) {
        this.work = work;
    }

    /**
     * Returns whether the work is to be kept.
     *
     * @throws LedgerUnavailableException when the whole batch cannot go on
     */
    boolean run(Statements statements, SqliteFaults faults) {
        try {
            result = JdbcTransaction.run(work, statements, faults);
            return true;
        } catch (LedgerUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
            return false;
        }
    }

    void fail(RuntimeException e) {
        failure = Optional.of(e);
    }

    void tell() {
        told.countDown();
    }

    /** Waits for the commit, also when interrupted: whoever left now would not know what was stored. */
    T answer() {
        boolean interrupted = false;
        while (true) {
            try {
                told.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(SqliteJob::rethrow);
        return result;
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
