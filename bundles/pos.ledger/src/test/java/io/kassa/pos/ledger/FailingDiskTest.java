package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.ledger.start.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not flush any more, played by strace to a host of its own process. */
final class FailingDiskTest {

    private static final Path STRACE = Path.of("/usr/bin/strace");

    @TempDir
    Path folder;

    @Test
    void L9_aFlushThatFailsOnceRefusesOneWrite_andTheNextIsStored() throws Exception {
        List<String> told = run("15", "go on");
        assertThat(told).filteredOn(line -> line.startsWith("refused")).hasSize(1);
        assertThat(told).filteredOn(line -> line.startsWith("stored")).hasSize(CountingHost.WRITES - 1);
        assertThat(names(told, "seen ")).containsExactlyInAnyOrderElementsOf(names(told, "stored "));
        assertThat(found()).containsExactlyInAnyOrderElementsOf(names(told, "stored "));
    }

    @Test
    void L9_aWriteThatWasRefusedIsNotThereAfterACrash() throws Exception {
        List<String> told = run("15", "crash");
        assertThat(told.get(told.size() - 1)).startsWith("refused");
        assertThat(found()).isNotEmpty().containsExactlyInAnyOrderElementsOf(names(told, "stored "));
    }

    @Test
    void L9_aDiskThatNeverFlushesAgainRefusesEverything_andNothingRefusedIsSeen() throws Exception {
        List<String> told = run("15+1", "go on");
        assertThat(told).filteredOn(line -> line.startsWith("refused")).isNotEmpty();
        assertThat(told).filteredOn(line -> line.startsWith("stored")).isNotEmpty();
        assertThat(names(told, "seen ")).containsExactlyInAnyOrderElementsOf(names(told, "stored "));
        assertThat(found()).as("after a restart on a sound disk").containsAll(names(told, "stored "));
    }

    /** Returns what the host told. */
    private List<String> run(String failing, String then) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(STRACE), "strace is not installed on this machine");
        Path output = folder.resolve("output");
        Process host = new ProcessBuilder(
                        STRACE.toString(),
                        "-f",
                        "-o",
                        folder.resolve("trace").toString(),
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO:when=" + failing,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingHost.class.getName(),
                        folder.toString(),
                        then)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(host.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output);
        assumeTrue(host.exitValue() == 0 || !lines.toString().contains("ptrace"), "strace may not trace here");
        assertThat(host.exitValue()).as(lines.toString()).isZero();
        return lines;
    }

    private List<String> found() {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            return ledger.books().read(CountingHost::names);
        }
    }

    private static List<String> names(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }
}
