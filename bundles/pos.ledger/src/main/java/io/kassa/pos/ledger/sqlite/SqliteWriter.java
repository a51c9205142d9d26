package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that writes. Works that wait at the same moment share one commit, and so one fsync; each of them has a
 * savepoint of its own, so that one that fails undoes only itself. Answers are given after the commit.
 */
final class SqliteWriter implements Runnable {

    private static final int BATCH = 64;

    private final SqliteFaults faults = new SqliteFaults(false);
    private final BlockingQueue<SqliteJob<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this, "ledger-writer");
    private final Connection connection;
    private final Statements statements;
    private final Duration pause;
    private long rested = System.nanoTime();
    private boolean closed;
    /** Something was written to the log since it was emptied. */
    private boolean behind;

    /**
     * @param pause after which the log is emptied: of silence, or of work without any
     */
    SqliteWriter(SqliteFile file, Duration pause) {
        this.pause = pause;
        this.connection = file.writer();
        this.statements = new Statements(connection);
        thread.setDaemon(true);
        thread.start();
    }

    <T> T write(Work<T> work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("A work writes through its own transaction");
        }
        SqliteJob<T> job = new SqliteJob<>(work);
        synchronized (this) {
            if (closed) {
                throw new LedgerUnavailableException("The books are closed", null);
            }
            queue.add(job);
        }
        return job.answer();
    }

    /** Finishes what was accepted, then closes the file. */
    void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
        }
        queue.add(new SqliteJob<>(transaction -> true));
        thread.join();
    }

    private synchronized boolean finished() {
        return closed && queue.isEmpty();
    }

    @Override
    public void run() {
        while (!finished()) {
            List<SqliteJob<?>> batch = next();
            if (!batch.isEmpty()) {
                commit(batch);
            }
            if (System.nanoTime() - rested >= pause.toNanos() && queue.isEmpty()) {
                rest();
            }
        }
        rest();
        SqliteFile.close(connection);
    }

    private List<SqliteJob<?>> next() {
        List<SqliteJob<?>> batch = new ArrayList<>(BATCH);
        try {
            Optional.ofNullable(queue.poll(pause.toNanos(), TimeUnit.NANOSECONDS))
                    .ifPresent(batch::add);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread on purpose; it ends by close().
            return batch;
        }
        queue.drainTo(batch, BATCH - batch.size());
        return batch;
    }

    private void commit(List<SqliteJob<?>> batch) {
        boolean begun = false;
        try {
            statements.run("BEGIN IMMEDIATE");
            begun = true;
            behind = true;
            statements.run(batch.size() == 1 ? alone(batch.get(0)) : together(batch));
        } catch (SQLException | RuntimeException | Error e) {
            // Also an Error, such as a lack of memory: whoever waits must be told, and this thread must live.
            LedgerUnavailableException unavailable = unavailable(e);
            batch.forEach(job -> job.fail(unavailable));
            if (begun) {
                takeBack();
            }
        }
        batch.forEach(SqliteJob::tell);
    }

    /** Returns how the transaction is to end. One that runs alone needs no savepoint, which costs a copy of every page it changes. */
    private String alone(SqliteJob<?> job) {
        return job.run(statements, faults) ? "COMMIT" : "ROLLBACK";
    }

    private String together(List<SqliteJob<?>> batch) throws SQLException {
        for (SqliteJob<?> job : batch) {
            statements.run("SAVEPOINT work");
            if (!job.run(statements, faults)) {
                statements.run("ROLLBACK TO work");
            }
            statements.run("RELEASE work");
        }
        return "COMMIT";
    }

    /**
     * What is refused must not come back. SQLite rolls it back for everybody who has the file open, but after a failed flush its
     * pages may stand in the log, where a restart would find them: so the log is emptied, or at least written over, before
     * anybody is told. For the same reason the connection stays open: opened again, it would read the log.
     */
    private void takeBack() {
        try {
            statements.run("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself where it could not go on.
        }
        rest();
    }

    private LedgerUnavailableException unavailable(Throwable e) {
        return e instanceof LedgerUnavailableException unavailable
                ? unavailable
                : new LedgerUnavailableException("The books could not be written", e);
    }

    private void rest() {
        rested = System.nanoTime();
        if (!behind) {
            return;
        }
        try {
            behind = !SqliteFile.checkpoint(connection);
        } catch (SQLException e) {
            // The log stays as it is, and whole; the next pause tries again.
        }
    }
}
