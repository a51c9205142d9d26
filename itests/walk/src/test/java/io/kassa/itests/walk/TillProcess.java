package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The till as {@code ./pos run}, {@code debug} or {@code start} starts it: in a process of its own, on free ports, with its data in
 * a folder.
 */
final class TillProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final String BANNER = "Ctrl+C stops it.";

    private final String command;
    private final Path data;
    private final Path output;
    private final int port = freePorts(1);
    private final int sandboxPort = freePorts(2);
    private Process script;

    private TillProcess(String command, Path folder) {
        this.command = command;
        this.data = folder.resolve("data");
        this.output = folder.resolve("till.out");
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
    }

    /** The demo, without a past, up and running when this returns. */
    static TillProcess start(Path folder) {
        return start("run", folder);
    }

    /** The same with the web console. */
    static TillProcess startDebug(Path folder) {
        return start("debug", folder);
    }

    /** The same of a shop's till. */
    static TillProcess startShop(Path folder) {
        return start("start", folder);
    }

    private static TillProcess start(String command, Path folder) {
        TillProcess till = new TillProcess(command, folder);
        till.start();
        return till;
    }

    URI page(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Root of the sandbox's phone and panel, which listen beside its API. */
    URI sandboxPages() {
        return URI.create("http://127.0.0.1:" + (sandboxPort + 1));
    }

    /** Where the till keeps everything: books, configuration, keys, logs. */
    Path data() {
        return data;
    }

    /** What the till printed. */
    String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ./pos run} says while this till runs already. */
    String startedTwice() {
        return said("run");
    }

    /** What such a command says, on this till's ports and its data, when it ends at once. */
    String said(String other) {
        try {
            Process second = run(other).start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor()).as(other + " ends: " + said).isNotZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder run(String what) {
        ProcessBuilder builder =
                new ProcessBuilder(Project.top().resolve("pos").toString(), what).redirectErrorStream(true);
        builder.environment().put("POS_NO_BUILD", "1");
        // a scanner at a serial port is played by a program behind a pseudo-terminal
        builder.environment().merge("JDK_JAVA_OPTIONS", "-Dkassa.serial.pseudo=true", (had, more) -> had + " " + more);
        builder.environment().put("POS_PORT", Integer.toString(port));
        builder.environment().put("POS_SANDBOX_PORT", Integer.toString(sandboxPort));
        builder.environment().put("POS_DATA", data.toString());
        return builder;
    }

    void start() {
        try {
            script = run(command).redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.within(TO_START, "the till starts: " + output, () -> {
            if (!script.isAlive()) {
                throw new AssertionError("./pos " + command + " ended:\n" + output());
            }
            return output().contains(BANNER) ? Optional.of(true) : Optional.empty();
        });
    }

    /** As a power cut would end it: SIGKILL, nothing is put in order. */
    void kill() {
        java().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** As Ctrl+C would, and it ends without a complaint. */
    void stop() {
        boolean running = script.isAlive();
        script.destroy();
        awaitEnd();
        if (running) {
            assertThat(script.exitValue()).as("it was stopped: " + output()).isZero();
            assertThat(output()).doesNotContain("Exception", "\tat ");
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Optional<ProcessHandle> java() {
        return script.descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(name -> name.endsWith("/java"))
                        .isPresent())
                .findFirst();
    }

    private void awaitEnd() {
        try {
            if (!script.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                endAll();
                throw new AssertionError("the till did not end within " + TO_STOP + ":\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            endAll();
        }
    }

    private void endAll() {
        if (script != null) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    /** The first of that many free ports in a row. */
    static int freePorts(int count) {
        for (int tries = 0; tries < 50; tries++) {
            int first = free(0).orElseThrow();
            if (IntStream.range(1, count).allMatch(next -> free(first + next).isPresent())) {
                return first;
            }
        }
        throw new IllegalStateException("no " + count + " free ports in a row");
    }

    private static OptionalInt free(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
