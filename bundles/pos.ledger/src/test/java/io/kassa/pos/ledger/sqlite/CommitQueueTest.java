package io.kassa.pos.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
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

    private static void store(List<Job<?>> batch) {
        batch.forEach(CommitQueueTest::run);
        batch.forEach(Job::stored);
    }

    private static <T> void run(Job<T> job) {
        job.run(work -> work.in(null));
    }

    @Test
    void aWorkThatWasDoneButNotStoredIsNotAcknowledged() {
        Job<String> job = new Job<>(tx -> "done");
        run(job);
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
        Consumer<List<Job<?>>> waits = batch -> {
            begun.countDown();
            await(go);
            store(batch);
        };
        Consumer<List<Job<?>>> breaks = batch -> {
            batch.forEach(CommitQueueTest::run);
            throw new OutOfMemoryError("for the test");
        };
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
            store(batch);
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
