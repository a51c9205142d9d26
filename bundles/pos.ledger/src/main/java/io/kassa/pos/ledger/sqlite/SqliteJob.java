package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.Optional;

/** A work that waits for its commit. What becomes of it is seen by whoever leaves the queue after it. */
final class SqliteJob<T> {

    private final Work<T> work;
    private T result;
    private Optional<Throwable> failure = Optional.empty();
    private boolean over;

    SqliteJob(Work<T> work) {
        this.work = work;
    }

    /**
     * Returns whether the work is to be kept. It may be run again when its transaction was undone.
     *
     * @throws LedgerUnavailableException when the whole batch cannot go on
     */
    boolean run(Statements statements, SqliteFaults faults) {
        failure = Optional.empty();
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

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    T answer() {
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
