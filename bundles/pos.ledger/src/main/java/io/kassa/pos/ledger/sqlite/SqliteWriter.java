package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.jdbc.JdbcTransaction;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes. Works that wait at the same moment share one commit, and so one fsync, which the first of them
 * makes for all. A work that fails undoes only itself. Answers are given after the commit.
 */
final class SqliteWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private final SqliteFaults faults = new SqliteFaults(false);
    private final CommitQueue queue = new CommitQueue();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeper = new Thread(this, "ledger-keeper");
    private final Connection connection;
    private final Statements statements;
    private final Duration pause;
    private final SameFiles files;
    /** Something was written to the log since it was emptied. */
    private boolean behind;

    private String trouble = "";

    /**
     * @param pause after which the log is emptied, again and again
     */
    SqliteWriter(SqliteFile file, Duration pause) {
        this.pause = pause;
        this.connection = file.writer();
        this.statements = new Statements(connection);
        this.files = file.files();
        keeper.setDaemon(true);
        keeper.start();
    }

    <T> T write(Work<T> work) {
        return queue.write(work, this::commit);
    }

    /** Finishes what was accepted, then closes the file. */
    void close() throws InterruptedException {
        closing.countDown();
        queue.close(() -> {
            rest();
            SqliteFile.close(connection);
        });
        keeper.join();
    }

    /** Empties the log now and then. */
    @Override
    public void run() {
        try {
            while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                queue.between(this::rest);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread on purpose; it ends by close().
        }
    }

    private void commit(List<Job<?>> batch) {
        boolean begun = false;
        try {
            statements.run("BEGIN IMMEDIATE");
            begun = true;
            behind = true;
            if (!together(batch) && batch.size() > 1) {
                statements.run("BEGIN IMMEDIATE");
                apart(batch);
            }
        } catch (SQLException | RuntimeException | Error e) {
            // Also an Error, such as a lack of memory: whoever waits must be told.
            LedgerUnavailableException unavailable = unavailable(e);
            batch.forEach(job -> job.fail(unavailable));
            fails(unavailable);
            if (begun) {
                takeBack();
            }
        }
    }

    /** Commits if every work is to be kept, as it almost always is: savepoints would cost a copy of every page that changes. */
    private boolean together(List<Job<?>> batch) throws SQLException {
        for (Job<?> job : batch) {
            if (!run(job)) {
                statements.run("ROLLBACK");
                return false;
            }
        }
        commit();
        return true;
    }

    /** Once more from the beginning, each with a savepoint of its own, so that only those are undone that fail. */
    private void apart(List<Job<?>> batch) throws SQLException {
        for (Job<?> job : batch) {
            statements.run("SAVEPOINT work");
            if (!run(job)) {
                statements.run("ROLLBACK TO work");
            }
            statements.run("RELEASE work");
        }
        commit();
    }

    /** Into the files that the next start will find. */
    private void commit() throws SQLException {
        files.check();
        statements.run("COMMIT");
        if (!trouble.isEmpty()) {
            LOG.warn("The books can be written again");
        }
        trouble = "";
    }

    /** Says it once, for whoever looks after the till: those who wait are told that the books are away, and not why. */
    private void fails(LedgerUnavailableException why) {
        String reason = why.getMessage();
        if (!reason.equals(trouble)) {
            LOG.error("Nothing can be booked. {}", reason);
        }
        trouble = reason;
    }

    /** Whether the work is to be kept. Without the books, none of the batch is. */
    private <T> boolean run(Job<T> job) {
        boolean kept = job.run((Work<T> work) -> JdbcTransaction.run(work, statements, faults));
        job.failure(LedgerUnavailableException.class).ifPresent(gone -> {
            throw gone;
        });
        return kept;
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
        Throwable said = e instanceof SQLException error ? faults.translate("commit", error) : e;
        return said instanceof LedgerUnavailableException unavailable
                ? unavailable
                : new LedgerUnavailableException("The books could not be written", e);
    }

    private void rest() {
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
