package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * How often a till waits for its disk, in a trace of its system calls: on the disk of this machine, and on one that takes 10 ms
 * for each flush, as the flash disk of a till does.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FlushesTest {

    private static final String CALLS = "fsync,fdatasync,pwrite64";
    private static final int TOGETHER = 16;
    private static final int SCANS = 8;

    /** What is done to each flush. */
    enum Disk {
        AS_IT_IS(""),
        SLOW("fsync,fdatasync:delay_exit=10000");

        private final String injection;

        Disk(String injection) {
            this.injection = injection;
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
        return Strace.attach(
                shop.till().pid(),
                folder.resolve("trace-" + disk),
                CALLS,
                disk.injection,
                shop.files().subList(0, 2));
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
                int before = trace.lines().size();
                long begun = System.nanoTime();
                scan.read();
                long millis = (System.nanoTime() - begun) / 1_000_000;
                List<String> calls = trace.lines();
                calls = calls.subList(before, calls.size());
                if (isCheckpoint(calls)) {
                    continue;
                }
                List<String> threads = calls.stream()
                        .filter(FlushesTest::isFlush)
                        .map(line -> line.split(" ")[0])
                        .toList();
                flushes.add((long) threads.size());
                String last = threads.get(threads.size() - 1);
                ofItsThread.add(threads.stream().filter(last::equals).count());
                assertThat(calls.get(calls.size() - 1))
                        .as("the last thing before the answer")
                        .matches(".*f(data)?sync.*= 0.*");
                assertThat(millis).isGreaterThanOrEqualTo(disk == Disk.SLOW ? 20 : 0);
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
            int before = trace.lines().size();
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
            List<String> calls = trace.lines();
            long flushes = calls.subList(before, calls.size()).stream()
                    .filter(FlushesTest::isFlush)
                    .count();
            System.out.println("flushes of " + TOGETHER + " scans at once, " + disk + ": " + flushes);
            assertThat(flushes).isLessThan(TOGETHER);
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

    private static boolean isFlush(String line) {
        return line.contains("sync(") && line.contains("books.db-wal");
    }

    /** What was in the log is written into the books: not because of this scan. */
    private static boolean isCheckpoint(List<String> calls) {
        return calls.stream().anyMatch(line -> line.contains("books.db>"));
    }
}
