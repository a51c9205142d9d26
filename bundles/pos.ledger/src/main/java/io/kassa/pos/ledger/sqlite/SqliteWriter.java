package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that writes. Works that wait at the same moment share one commit, and so one fsync; each has a savepoint of its
 * own, so that one that fails undoes only itself. Answers are given after the commit.
 */
final class SqliteWriter implements Runnable {

    private static final int BATCH = 64;
    private static final long IDLE_SECONDS = 20;

    private final SqliteFile file;
    private final SqliteFaults faults = new SqliteFaults();
    private final BlockingQueue<SqliteJob<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this, "ledger-writer");
    private Optional<Connection> open;
    private boolean closed;
    private boolean unchecked;

    SqliteWriter(SqliteFile file) {
        this.file = file;
        this.open = Optional.of(file.writer());
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
            if (batch.isEmpty()) {
                rest();
            } else {
                commit(batch);
            }
        }
        rest();
        open.ifPresent(SqliteFile::close);
    }

    private List<SqliteJob<?>> next() {
        List<SqliteJob<?>> batch = new ArrayList<>(BATCH);
        try {
            Optional.ofNullable(queue.poll(IDLE_SECONDS, TimeUnit.SECONDS)).ifPresent(batch::add);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread on purpose; it ends by close().
            return batch;
        }
        queue.drainTo(batch, BATCH - batch.size());
        return batch;
    }

    private void commit(List<SqliteJob<?>> batch) {
        try {
            Connection connection = connection();
            execute(connection, "BEGIN IMMEDIATE");
            for (SqliteJob<?> job : batch) {
                execute(connection, "SAVEPOINT work");
                if (!job.run(connection, faults)) {
                    execute(connection, "ROLLBACK TO work");
                }
                execute(connection, "RELEASE work");
            }
            execute(connection, "COMMIT");
            unchecked = true;
        } catch (SQLException | RuntimeException e) {
            abandon();
            LedgerUnavailableException unavailable = unavailable(e);
            batch.forEach(job -> job.fail(unavailable));
        }
        batch.forEach(SqliteJob::tell);
    }

    private LedgerUnavailableException unavailable(Exception e) {
        return e instanceof LedgerUnavailableException unavailable
                ? unavailable
                : new LedgerUnavailableException("The books could not be written", e);
    }

    private Connection connection() {
        if (open.isEmpty()) {
            open = Optional.of(file.writer());
        }
        return open.get();
    }

    /** After a failed write nothing that this connection believes is trusted: the next batch starts on a new one. */
    private void abandon() {
        open.ifPresent(connection -> {
            try {
                execute(connection, "ROLLBACK");
            } catch (SQLException e) {
                // SQLite has rolled back by itself where it could not go on.
            }
            SqliteFile.close(connection);
        });
        open = Optional.empty();
    }

    private void rest() {
        if (!unchecked || open.isEmpty()) {
            return;
        }
        try {
            SqliteFile.checkpoint(open.get());
            unchecked = false;
        } catch (SQLException e) {
            abandon();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
