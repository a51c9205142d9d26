package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.commit.Batch;
import io.kassa.pos.ledger.commit.CommitQueue;
import io.kassa.pos.ledger.jdbc.Statements;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    private final SqliteTransaction transaction;
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
        try {
            this.files = file.files();
        } catch (RuntimeException e) {
            // Nobody else will: the till tries again every few seconds.
            SqliteFile.close(connection);
            throw e;
        }
        this.transaction = new SqliteTransaction(statements, files, faults);
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

    private void commit(Batch batch) {
        boolean stored;
        try {
            behind = true;
            stored = batch.store(transaction);
        } catch (SQLException | RuntimeException | Error e) {
            // Also an Error, such as a lack of memory: whoever waits must be told. First comes what the next batch
            // needs, last what only a person wants to know.
            takeBack();
            LedgerUnavailableException unavailable = unavailable(e);
            batch.fail(unavailable);
            fails(unavailable);
            return;
        }
        if (stored) {
            goesOn();
        }
    }

    private void goesOn() {
        boolean again = !trouble.isEmpty();
        trouble = "";
        if (again) {
            say(() -> LOG.warn("The books can be written again"));
        }
    }

    /** Says it once, for whoever looks after the till: those who wait are told that the books are away, and not why. */
    private void fails(LedgerUnavailableException why) {
        String reason = why.getMessage();
        boolean news = !reason.equals(trouble);
        trouble = reason;
        if (news) {
            say(() -> LOG.error("Nothing can be booked. {}", reason));
        }
    }

    /** The disk that is full may be that of the log, too: what became of a work does not depend on it. */
    private static void say(Runnable line) {
        try {
            line.run();
        } catch (RuntimeException e) {
            // There is nowhere left to say it.
        }
    }

    /**
     * What is refused must not come back. SQLite rolls it back for everybody who has the file open, but after a failed flush its
     * pages may stand in the log, where a restart would find them: so the log is emptied, or at least written over, before
     * anybody is told. For the same reason the connection stays open: opened again, it would read the log.
     */
    private void takeBack() {
        try {
            transaction.rollback();
        } catch (SQLException e) {
            // SQLite has rolled back by itself where it could not go on, or nothing was begun.
        }
        rest();
    }

    private LedgerUnavailableException unavailable(Throwable e) {
        Throwable said = e instanceof SQLException error ? faults.translate("commit", error) : e;
        return said instanceof LedgerUnavailableException unavailable
                ? unavailable
                : new LedgerUnavailableException("The books could not be written", e);
    }

    /** Not when others lie there now: pages of these books in a log beside other ones would damage those. */
    private void rest() {
        if (!behind || !files.areSame()) {
            return;
        }
        try {
            behind = !SqliteFile.checkpoint(connection);
        } catch (SQLException e) {
            // The log stays as it is, and whole; the next pause tries again.
        }
    }
}
