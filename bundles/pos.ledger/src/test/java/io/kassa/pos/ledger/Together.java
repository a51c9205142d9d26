package io.kassa.pos.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same action on many threads at the same moment. */
final class Together {

    interface Numbered<T> {
        T run(int thread);
    }

    private Together() {}

    static <T> List<T> run(int threads, Numbered<T> action) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .mapToObj(i -> (Callable<T>) () -> action.run(i))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until all are in that state at the same moment. */
    static void awaitAll(Thread.State wanted, List<Thread> threads) throws InterruptedException {
        long late = System.nanoTime() + 30_000_000_000L;
        for (List<Thread.State> seen = states(threads);
                !seen.stream().allMatch(wanted::equals);
                seen = states(threads)) {
            if (seen.contains(Thread.State.TERMINATED) || System.nanoTime() > late) {
                throw new AssertionError("not all " + wanted + ": " + seen);
            }
            Thread.sleep(1);
        }
    }

    private static List<Thread.State> states(List<Thread> threads) {
        return threads.stream().map(Thread::getState).toList();
    }
}
