package io.kassa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Figures of the whole process: start, scans, disk, memory. Each beside the limit it is held to. */
public final class WholeTill {

    private static final int STARTS = 5;
    private static final int SCANS = 40;

    private WholeTill() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("figures");
        try (RunningTill archives = new RunningTill(Files.createDirectories(folder.resolve("first")))) {
            archives.resident();
        }
        starts(folder);
        scans(folder);
        Path jar = Path.of("features/till/target/bundles/export/demo/io.kassa.smartum.plugin-1.0.0-SNAPSHOT.jar");
        System.out.printf("plug-in jar: %d kB (goal: at most 250)%n", Files.size(jar) / 1000);
    }

    private static void starts(Path folder) throws Exception {
        long[] starts = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (RunningTill till = new RunningTill(Files.createDirectories(folder.resolve("start" + i)))) {
                starts[i] = till.started;
            }
        }
        System.out.printf(
                "start to first page: median %.2f s of %d (goal: at most 2.5)%n", Peer.median(starts) / 1e9, STARTS);
    }

    private static void scans(Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("scans"));
        // a look-up is no part of these figures: this contract says that the provider offers none
        Path contracts = Files.createDirectories(data.resolve("data").resolve("contracts"));
        Files.writeString(contracts.resolve("without-look-up"), "contract.name = without look-up\nlookup.path =\n");
        try (RunningTill till = new RunningTill(data)) {
            till.configure(Map.of("contractFile", List.of("without-look-up")));
        }
        try (RunningTill till = new RunningTill(data)) {
            till.login();
            // a shop's first customer does not come in the second in which the till starts
            Thread.sleep(10_000);
            long[] took = new long[SCANS];
            for (int i = 0; i < SCANS; i++) {
                took[i] = till.scan(till.ready());
                till.complete();
            }
            long warm = Peer.median(Arrays.copyOfRange(took, SCANS / 2, SCANS));
            System.out.printf(
                    "first scan / warm scan: %.2f (%.1f ms / %.1f ms; goal: at most 2)%n",
                    (double) took[0] / warm, took[0] / 1e6, warm / 1e6);
            long peer = peer(folder.resolve("peer"));
            System.out.printf(
                    "warm scan / (verification + two commits): %.2f (%.1f ms; goal: at most 1.3)%n",
                    (double) warm / peer, peer / 1e6);
            System.out.printf("flushes a scan: %s (goal: at most 2)%n", flushes(till, data.resolve("strace")));
            System.out.printf("resident: %d MB (goal: at most 220)%n", till.resident());
        }
    }

    /** In a Java of its own with the till's options, so that both are compiled alike. */
    private static long peer(Path folder) throws IOException {
        Process java = new ProcessBuilder(
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Long.parseLong(new String(java.getInputStream().readAllBytes()).strip());
    }

    /** Counted by strace over ten scans, from the request to the answer. */
    private static String flushes(RunningTill till, Path output) throws Exception {
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-e",
                        "trace=fsync,fdatasync",
                        "-p",
                        String.valueOf(till.pid()),
                        "-o",
                        output.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.sleep(2_000);
        long[] counts = new long[10];
        for (int i = 0; i < counts.length; i++) {
            RunningTill.Scan scan = till.ready();
            Thread.sleep(300);
            long before = calls(output);
            till.scan(scan);
            counts[i] = calls(output) - before;
            till.complete();
        }
        strace.destroy();
        strace.waitFor();
        return Arrays.toString(counts);
    }

    private static long calls(Path output) throws IOException {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.filter(line -> line.matches(".*(fsync|fdatasync)\\(.*"))
                    .count();
        }
    }
}
