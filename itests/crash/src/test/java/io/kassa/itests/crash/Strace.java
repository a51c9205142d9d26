package io.kassa.itests.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes down system calls of a running till, and lets some of them fail or be slow, until it is closed. */
final class Strace implements AutoCloseable {

    private static final String TOOL = "/usr/bin/strace";
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern RESUMED = Pattern.compile("\\d+ +<\\.\\.\\. \\w+ resumed>(.*)");

    private final Process process;
    private final Path trace;

    private Strace(Process process, Path trace) {
        this.process = process;
        this.trace = trace;
    }

    /** Skips a test, and says why, where nobody may be traced. */
    static void must() {
        assumeTrue(Files.isExecutable(Path.of(TOOL)), "strace is not installed: apt-get install strace");
        try {
            Process sleep = new ProcessBuilder("sleep", "20").start();
            Process look = new ProcessBuilder(TOOL, "-o", "/dev/null", "-p", String.valueOf(sleep.pid()))
                    .redirectErrorStream(true)
                    .start();
            String said = look.inputReader().readLine();
            look.destroy();
            sleep.destroyForcibly();
            assumeTrue(said != null && said.contains("attached"), "strace may not attach on this machine: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param calls names of system calls, with commas between them
     * @param injection what happens to which of them, such as {@code fsync:error=EIO}; blank for nothing
     * @param paths of what files; none for all
     */
    static Strace attach(long pid, Path trace, String calls, String injection, List<Path> paths) {
        List<String> command = new ArrayList<>(options(trace, calls, injection, paths));
        command.addAll(List.of("-p", String.valueOf(pid)));
        try {
            Path said = trace.resolveSibling(trace.getFileName() + ".err");
            Process process =
                    new ProcessBuilder(command).redirectError(said.toFile()).start();
            for (int tries = 0; !Files.readString(said).contains("attached"); tries++) {
                if (tries > 200 || !process.isAlive()) {
                    throw new AssertionError("strace does not attach: " + Files.readString(said));
                }
                Java.pause(10);
            }
            return new Strace(process, trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the next start of the till on, until it is closed. The till's process stays the child of the tests. */
    static Around around(Till till, Path trace, String calls, String injection, List<Path> paths) {
        List<String> command = new ArrayList<>(options(trace, calls, injection, paths));
        command.add("-D");
        till.under(command);
        return () -> {
            till.under(List.of());
            // told to end, it would end the till with it
            ProcessHandle.of(tracer(till.pid())).ifPresent(ProcessHandle::destroyForcibly);
        };
    }

    /** Whoever traces a process. */
    private static long tracer(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("TracerPid:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that ends when it is closed. */
    interface Around extends AutoCloseable {
        @Override
        void close();
    }

    private static List<String> options(Path trace, String calls, String injection, List<Path> paths) {
        List<String> options =
                new ArrayList<>(List.of(TOOL, "-f", "-y", "-s", "16", "-o", trace.toString(), "-e", "trace=" + calls));
        if (!injection.isBlank()) {
            options.addAll(List.of("-e", "inject=" + injection));
        }
        paths.forEach(path -> options.addAll(List.of("-P", path.toString())));
        return options;
    }

    /** What was written down so far, in the order in which it was over: {@code THREAD NAME(ARGUMENTS) = RESULT}. */
    List<String> calls() {
        Map<String, String> begun = new HashMap<>();
        List<String> calls = new ArrayList<>();
        for (String line : lines()) {
            if (line.endsWith(UNFINISHED)) {
                begun.put(thread(line), line.substring(0, line.length() - UNFINISHED.length()));
            } else {
                Matcher rest = RESUMED.matcher(line);
                calls.add(rest.matches() ? begun.getOrDefault(thread(line), "") + rest.group(1) : line);
            }
        }
        return calls;
    }

    /** Of a call: who made it. */
    static String thread(String call) {
        return call.split(" ")[0];
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("strace does not let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
