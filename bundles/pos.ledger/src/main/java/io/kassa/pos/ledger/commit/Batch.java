package io.kassa.pos.ledger.commit;

import io.kassa.pos.ledger.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Works that were waiting at the same moment: they share one transaction, and so one flush. Answers are given after it. */
public final class Batch {

    /** Where they are stored. */
    public interface Store {

        void begin() throws SQLException;

        <T> T run(Work<T> work);

        /** Executes what has neither arguments nor an answer, after all that works left to be done. */
        void execute(String sql);

        /** Does what works left to be done, which may fail as a work does, and keeps it all. */
        void commit() throws SQLException;

        void rollback() throws SQLException;

        /** Whether what a work threw is the end of the whole transaction, and not of that work alone. */
        boolean isEnd(Throwable failure);
    }

    private final List<Job<?>> jobs;

    Batch(List<Job<?>> jobs) {
        this.jobs = jobs;
    }

    /**
     * Stores the works. One that fails undoes only itself, and is told so. It may be called again when it threw: then nothing is
     * stored, and nobody was told anything.
     *
     * @return whether there was something to keep
     */
    public boolean store(Store store) throws SQLException {
        store.begin();
        if (together(store)) {
            return true;
        }
        if (jobs.size() == 1) {
            return false;
        }
        store.begin();
        apart(store);
        return true;
    }

    /** Tells everybody that nothing is stored, or that it is not known. */
    public void fail(RuntimeException why) {
        jobs.forEach(job -> job.fail(why));
    }

    int size() {
        return jobs.size();
    }

    void end() {
        jobs.forEach(Job::end);
    }

    /** Commits if every work is to be kept, as it almost always is: savepoints cost more than all the rest. */
    private boolean together(Store store) throws SQLException {
        for (Job<?> job : jobs) {
            if (!isKept(job.run(store), store)) {
                store.rollback();
                return false;
            }
        }
        return commit(store);
    }

    /** Once more from the beginning, each with a savepoint of its own, so that only those are undone that fail. */
    private void apart(Store store) throws SQLException {
        for (Job<?> job : jobs) {
            store.execute("SAVEPOINT work");
            if (!isKept(job.runApart(store), store)) {
                store.execute("ROLLBACK TO work");
                store.execute("RELEASE work");
            }
        }
        commit(store);
    }

    private boolean commit(Store store) throws SQLException {
        try {
            store.commit();
        } catch (RuntimeException e) {
            if (store.isEnd(e)) {
                throw e;
            }
            // What a work left to be done was refused. Whose it was is seen when each is done apart.
            fail(e);
            store.rollback();
            return false;
        }
        jobs.forEach(Job::stored);
        return true;
    }

    /** Whether the work is to be kept. Without the store, none of the batch is. */
    private static boolean isKept(Optional<Throwable> failure, Store store) {
        failure.filter(store::isEnd).ifPresent(Job::rethrow);
        return failure.isEmpty();
    }
}
