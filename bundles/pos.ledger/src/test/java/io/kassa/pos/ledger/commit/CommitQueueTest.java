package io.kassa.pos.ledger.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.Work;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever breaks on the way: nobody is told that a work is on disk who was not told so by the disk, and nobody waits for ever. */
@Timeout(60)
final class CommitQueueTest {

    private final CommitQueue queue = new CommitQueue();

    /** Takes every work, and keeps nothing; may break before it commits. */
    private record Nowhere(boolean breaks) implements Batch.Store {

        @Override
        public void begin() {}

        @Override
        public <T> T run(Work<T> work) {
            return work.in(null);
        }

        @Override
        public void execute(String sql) {}

        @Override
        public void commit() {
            if (breaks) {
                throw new OutOfMemoryError("for the test");
            }
        }

        @Override
        public void rollback() {}

        @Override
        public boolean isEnd(Throwable failure) {
            return false;
        }
    }

    private static void store(Batch batch, boolean breaks) {
        try {
            batch.store(new Nowhere(breaks));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkThatWasDoneButNotStoredIsNotAcknowledged() {
        Job<String> job = new Job<>(tx -> "done");
        job.run(new Nowhere(false));
        job.end();
        assertThatThrownBy(job::answer)
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage("The books could not be written");
        job.stored();
        assertThat(job.answer()).isEqualTo("done");
    }

    @Test
    void whenTheCommitBreaksNothingIsAcknowledged_andTheNextOneIsWritten() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Consumer<Batch> waits = batch -> {
            begun.countDown();
            await(go);
            store(batch, false);
        };
        Consumer<Batch> breaks = batch -> store(batch, true);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<String> first = threads.submit(() -> queue.write(tx -> "first", waits));
            await(begun);
            List<Future<String>> others = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                others.add(threads.submit(() -> queue.write(tx -> "other", breaks)));
            }
            go.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("first");
            for (Future<String> other : others) {
                assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOfAny(LedgerUnavailableException.class, OutOfMemoryError.class);
            }
        } finally {
            threads.shutdownNow();
        }
        List<Integer> sizes = new ArrayList<>();
        String answer = queue.write(tx -> "next", batch -> {
            sizes.add(batch.size());
            store(batch, false);
        });
        assertThat(answer).isEqualTo("next");
        assertThat(sizes).as("nothing of those that were refused is left").containsExactly(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
