package io.kassa.itests.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The till as {@code ./pos run} starts it: in a process of its own, on free ports, with its data in a folder. */
final class TillProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final String BANNER = "Ctrl+C stops it.";

    private final Path data;
    private final Path output;
    private final int port = freePort();
    private final int sandboxPort = freePort();
    private Process script;

    private TillProcess(Path folder) {
        this.data = folder.resolve("data");
        this.output = folder.resolve("till.out");
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
    }

    /** A till without a past, up and running when this returns. */
    static TillProcess start(Path folder) {
        TillProcess till = new TillProcess(folder);
        till.start();
        return till;
    }

    URI page(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI sandboxPage(String path) {
        return URI.create("http://127.0.0.1:" + sandboxPort + path);
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

    void start() {
        ProcessBuilder builder = new ProcessBuilder(Project.top().resolve("pos").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("POS_NO_BUILD", "1");
        builder.environment().put("POS_PORT", Integer.toString(port));
        builder.environment().put("POS_SANDBOX_PORT", Integer.toString(sandboxPort));
        builder.environment().put("POS_DATA", data.toString());
        try {
            script = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.within(TO_START, "the till starts: " + output, () -> {
            if (!script.isAlive()) {
                throw new AssertionError("./pos run ended:\n" + output());
            }
            return output().contains(BANNER) ? Optional.of(true) : Optional.empty();
        });
    }

    /** As a power cut would end it: SIGKILL, nothing is put in order. */
    void kill() {
        java().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** As Ctrl+C would. */
    void stop() {
        script.destroy();
        awaitEnd();
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
