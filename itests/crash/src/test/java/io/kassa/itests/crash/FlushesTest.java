package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often a till waits for its disk, in a trace of its system calls: on the disk of this machine, on one that takes 10 ms for
 * each flush, as the flash disk of a till does, and on one that takes so long that all else takes no time beside it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FlushesTest {

    private static final String CALLS = "fsync,fdatasync,pwrite64,write,writev,sendto";
    private static final int TOGETHER = 16;
    private static final int SCANS = 8;

    enum Disk {
        AS_IT_IS(0, 2 * TOGETHER),
        SLOW(10, 2 * TOGETHER),
        VERY_SLOW(100, TOGETHER);

        /** What each flush takes longer. */
        private final int millis;

        /** Flushes of all scans at once, of which each alone would ask for two: how many share one depends on how long it takes. */
        private final int fewerThan;

        Disk(int millis, int fewerThan) {
            this.millis = millis;
            this.fewerThan = fewerThan;
        }

        private String injection() {
            return millis == 0 ? "" : "fsync,fdatasync:delay_exit=" + millis * 1000;
        }
    }

    private Path folder;
    private final List<String> registers =
            IntStream.rangeClosed(1, TOGETHER).mapToObj(number -> "R" + number).toList();
    private Shop shop;

    @BeforeAll
    void open(@TempDir Path made) {
        folder = made;
        Strace.must();
        shop = Shop.at(folder, registers);
        shop.settles();
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    private Strace trace(Disk disk) {
        return Strace.attach(shop.till().pid(), folder.resolve("trace-" + disk), CALLS, disk.injection(), List.of());
    }

    @ParameterizedTest
    @EnumSource
    void aScanWaitsForTheDiskTwiceAtMost_andIsOnItWhenItIsAcknowledged(Disk disk) {
        List<Long> flushes = new ArrayList<>();
        List<Long> ofItsThread = new ArrayList<>();
        try (Strace trace = trace(disk)) {
            for (int number = 0; number < SCANS; number++) {
                Scan scan = new Scan(shop, "R1");
                Java.pause(300);
                int before = trace.calls().size();
                long begun = System.nanoTime();
                scan.read();
                long millis = (System.nanoTime() - begun) / 1_000_000;
                Answered answered = answered(trace, before);
                if (answered.isCheckpoint()) {
                    continue;
                }
                flushes.add(flushes(answered.calls()));
                ofItsThread.add(flushes(answered.log()) - openings(answered.log()));
                answered.isOnDiskBefore();
                assertThat(millis).isGreaterThanOrEqualTo(2 * disk.millis);
                scan.completes();
            }
        }
        System.out.println("flushes of the till during a scan, " + disk + ": " + flushes);
        assertThat(ofItsThread).hasSizeGreaterThan(SCANS / 2).allMatch(count -> count <= 2);
        // of all threads: now and then the till notes something of its own meanwhile, such as that a login is used
        assertThat(flushes.stream().filter(count -> count <= 2))
                .as("scans with no more than two flushes in all")
                .hasSizeGreaterThan(flushes.size() / 2);
    }

    @ParameterizedTest
    @EnumSource
    void scansAtTheSameMomentShareFlushes(Disk disk) throws Exception {
        List<Scan> scans =
                registers.stream().map(register -> new Scan(shop, register)).toList();
        ExecutorService counters = Executors.newFixedThreadPool(TOGETHER);
        CountDownLatch now = new CountDownLatch(1);
        try (Strace trace = trace(disk)) {
            Java.pause(300);
            int before = trace.calls().size();
            List<CompletableFuture<Void>> all = scans.stream()
                    .map(scan -> CompletableFuture.runAsync(
                            () -> {
                                await(now);
                                scan.read();
                            },
                            counters))
                    .toList();
            now.countDown();
            all.forEach(CompletableFuture::join);
            long flushes =
                    since(trace, before).stream().filter(FlushesTest::isFlush).count();
            System.out.println("flushes of " + TOGETHER + " scans at once, " + disk + ": " + flushes);
            assertThat(flushes).isPositive().isLessThan(disk.fewerThan);
        } finally {
            counters.shutdownNow();
        }
        scans.forEach(Scan::completes);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the till did around a scan.
     *
     * @param answer the place of the call by which it answered
     */
    private record Answered(List<String> calls, int answer) {

        /** What was done to the log by who answered, until then: afterwards it may note that a login is used. */
        List<String> log() {
            String thread = Strace.thread(calls.get(answer));
            return calls.subList(0, answer).stream()
                    .filter(call -> isOnLog(call) && Strace.thread(call).equals(thread))
                    .toList();
        }

        void isOnDiskBefore() {
            String last = log().get(log().size() - 1);
            assertThat(last).as("the last on the log by who answers").matches(".* f(data)?sync\\(.*\\) = 0.*");
        }

        /** What was in the log is written into the books: not because of this scan. */
        boolean isCheckpoint() {
            return calls.stream().anyMatch(call -> call.contains("books.db>"));
        }
    }

    /** From then on until it has answered, and a little longer, lest it writes what comes too late. */
    private static Answered answered(Strace trace, int from) {
        for (int tries = 0; tries < 500; tries++) {
            if (answer(since(trace, from)).isPresent()) {
                Java.pause(50);
                List<String> calls = since(trace, from);
                return new Answered(calls, answer(calls).orElseThrow());
            }
            Java.pause(20);
        }
        throw new AssertionError("it answers without a flush: " + since(trace, from));
    }

    private static List<String> since(Strace trace, int from) {
        List<String> calls = trace.calls();
        return calls.subList(from, calls.size());
    }

    /** Where somebody who waited for the disk answers whoever scanned. */
    private static OptionalInt answer(List<String> calls) {
        Set<String> waited = new HashSet<>();
        for (int place = 0; place < calls.size(); place++) {
            String call = calls.get(place);
            if (isFlush(call)) {
                waited.add(Strace.thread(call));
            } else if (call.contains("\"HTTP/1.1 200") && waited.contains(Strace.thread(call))) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isOnLog(String call) {
        return call.contains("books.db-wal>");
    }

    private static long flushes(List<String> calls) {
        return calls.stream().filter(FlushesTest::isFlush).count();
    }

    /** A log that was emptied begins with a header of its own, which is flushed: the end of a checkpoint. */
    private static long openings(List<String> calls) {
        return calls.stream().filter(call -> call.contains(", 32, 0) = 32")).count();
    }

    private static boolean isFlush(String call) {
        return call.contains("sync(") && isOnLog(call);
    }
}
