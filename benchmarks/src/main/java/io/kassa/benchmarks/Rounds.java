package io.kassa.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Things measured in turn, again and again, so that the machine and its disk are the same for all of them. */
final class Rounds {

    /** What is done once. */
    interface Act {
        void run() throws Exception;
    }

    private Rounds() {}

    /** The nanoseconds of one act after the other. */
    static long[] oneByOne(int acts, Act act) throws Exception {
        long[] took = new long[acts];
        for (int i = 0; i < acts; i++) {
            long begin = System.nanoTime();
            act.run();
            took[i] = System.nanoTime() - begin;
        }
        return took;
    }

    /** How many acts are done in a second, on threads that each begin the next when one is done. */
    static double together(int threads, int millis, Act act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(() -> until(end, act)));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all * 1e9 / (System.nanoTime() - begin);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long until(long end, Act act) throws Exception {
        long acts = 0;
        while (System.nanoTime() < end) {
            act.run();
            acts++;
        }
        return acts;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static long[] all(List<long[]> parts) {
        return parts.stream().flatMapToLong(Arrays::stream).toArray();
    }

    static double median(long[] values) {
        return median(Arrays.stream(values).asDoubleStream().toArray());
    }
}
