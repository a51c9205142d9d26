package io.kassa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts how often a scan waits for the disk, from its request to its answer, in a trace of the till's system calls. */
final class Flushes {

    private static final int SCANS = 10;

    private final RunningTill till;
    private final Path trace;

    Flushes(RunningTill till, Path trace) {
        this.till = till;
        this.trace = trace;
    }

    long[] count() throws Exception {
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-e",
                        "trace=fsync,fdatasync",
                        "-p",
                        String.valueOf(till.pid()),
                        "-o",
                        trace.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.sleep(2_000);
        long[] counts = new long[SCANS];
        try (Cashier cashier = till.cashier()) {
            for (int i = 0; i < SCANS; i++) {
                cashier.prepare();
                Thread.sleep(300);
                long before = calls();
                cashier.scan();
                counts[i] = calls() - before;
                cashier.complete();
            }
        }
        strace.destroy();
        strace.waitFor();
        return counts;
    }

    private long calls() throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> line.matches(".*(fsync|fdatasync)\\(.*"))
                    .count();
        }
    }
}
