package io.kassa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Figures of the whole process: start, scans, disk, memory. Each beside the limit it is held to. */
public final class WholeTill {

    private static final int STARTS = 5;
    private static final int WARMING = 40;
    private static final int SCANS = 300;

    private WholeTill() {}

    public static void main(String[] arguments) throws Exception {
        Path builds = Files.createDirectories(Path.of("benchmarks/target").toAbsolutePath());
        Path folder = Files.createTempDirectory(builds, "figures");
        try (RunningTill archives = new RunningTill(Files.createDirectories(folder.resolve("first")))) {
            archives.resident();
        }
        starts(folder);
        scans(folder);
        flushes(folder);
        System.out.printf("plug-in jar: %d kB (goal: at most 250)%n", Files.size(plugIn()) / 1000);
    }

    private static Path plugIn() throws IOException {
        try (var jars = Files.newDirectoryStream(
                Path.of("features/till/target/bundles/export/demo"), "io.kassa.smartum.plugin-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static void starts(Path folder) throws Exception {
        long[] starts = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (RunningTill till = new RunningTill(Files.createDirectories(folder.resolve("start" + i)))) {
                starts[i] = till.started;
            }
        }
        System.out.printf(
                "start to first page: median %.2f s of %d (goal: at most 2.5)%n", median(starts) / 1e9, STARTS);
    }

    private static void scans(Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("scans"));
        // a look-up is no part of these figures: this contract says that the provider offers none, so that none is made
        Path contracts = Files.createDirectories(data.resolve("data").resolve("contracts"));
        Files.writeString(contracts.resolve("without-look-up"), "contract.name = without look-up\nlookup.path =\n");
        try (RunningTill till = new RunningTill(data)) {
            till.configure(Map.of("contractFile", List.of("without-look-up")));
        }
        long[] first = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (RunningTill till = new RunningTill(data)) {
                first[i] = firstOf(till);
            }
        }
        try (RunningTill till = new RunningTill(data)) {
            firstOf(till);
            long warm = warm(till, folder.resolve("peer"));
            System.out.printf(
                    "first scan / warm scan: %.2f (median of %d starts, %.1f ms / %.1f ms; goal: at most 2)%n",
                    (double) median(first) / warm, STARTS, median(first) / 1e6, warm / 1e6);
            System.out.printf("resident: %d MB (goal: at most 220)%n", till.resident());
        }
    }

    /**
     * With the look-up, as in a shop: without one each payment is looked at again later, and what the till writes about those
     * before would be counted as this scan's.
     */
    private static void flushes(Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("flushes"));
        try (RunningTill till = new RunningTill(data)) {
            till.configure(Map.of());
            // by then the till has rehearsed, on spare books that are written to the same disk
            Thread.sleep(10_000);
            System.out.printf(
                    "flushes a scan: %s (goal: at most 2)%n",
                    Arrays.toString(new Flushes(till, data.resolve("strace")).count()));
        }
    }

    private static long firstOf(RunningTill till) throws Exception {
        try (Cashier cashier = till.cashier()) {
            // a shop's first customer does not come in the second in which the till starts
            Thread.sleep(10_000);
            cashier.prepare();
            return cashier.scan();
        }
    }

    /**
     * The median of warm scans. Each is followed by its peer, and held against that one alone: a machine that others use, too, runs
     * now fast and now slowly, for some scans at a time.
     */
    private static long warm(RunningTill till, Path folder) throws Exception {
        long[] scans = new long[WARMING + SCANS];
        long[] peers = new long[WARMING + SCANS];
        try (RunningPeer peer = new RunningPeer(folder);
                Cashier cashier = till.cashier()) {
            for (int i = 0; i < scans.length; i++) {
                cashier.prepare();
                scans[i] = cashier.scan();
                cashier.complete();
                peers[i] = peer.round();
            }
        }
        long scan = median(Arrays.copyOfRange(scans, WARMING, scans.length));
        long bare = median(Arrays.copyOfRange(peers, WARMING, peers.length));
        double ratio = Rounds.median(IntStream.range(WARMING, scans.length)
                .mapToDouble(i -> (double) scans[i] / peers[i])
                .toArray());
        System.out.printf(
                "warm scan / (verification + two commits): %.2f (median of %d pairs; medians %.1f ms / %.1f ms; goal: at"
                        + " most 1.3)%n",
                ratio, SCANS, scan / 1e6, bare / 1e6);
        return scan;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
