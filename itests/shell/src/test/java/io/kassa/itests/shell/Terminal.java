package io.kassa.itests.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The framework that {@code ./pos shell} starts, with a person at its prompt. */
final class Terminal implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final long GLANCE_MILLIS = 20;
    private static final int STOP_SECONDS = 20;

    private final Path data;
    private final int port = freePair();
    private Process process;
    private StringBuffer said = new StringBuffer();
    private int read;

    private Terminal(Path data) {
        this.data = data;
    }

    static Terminal open() {
        try {
            Path builds = Files.createDirectories(Path.of("target").toAbsolutePath());
            Terminal terminal = new Terminal(Files.createTempDirectory(builds, "shell-"));
            terminal.start();
            return terminal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another framework than that of {@code ./pos shell}. */
    static Terminal running(ProcessBuilder commands, Path data) throws IOException {
        Terminal terminal = new Terminal(data);
        terminal.listenTo(commands);
        return terminal;
    }

    void start() throws IOException {
        Path top = Path.of("").toAbsolutePath().getParent().getParent();
        ProcessBuilder builder = new ProcessBuilder(top.resolve("pos").toString(), "shell");
        builder.environment().put("POS_NO_BUILD", "1");
        builder.environment().put("POS_SANDBOX_PORT", Integer.toString(port));
        builder.environment().put("POS_DATA", data.toString());
        listenTo(builder);
        sees("g! ");
    }

    private void listenTo(ProcessBuilder builder) throws IOException {
        said = new StringBuffer();
        read = 0;
        process = builder.redirectErrorStream(true).start();
        StringBuffer heard = said;
        Thread listening = new Thread(() -> listen(process.getInputStream(), heard), "listening");
        listening.setDaemon(true);
        listening.start();
    }

    /** As a power cut would end it. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    void types(String line) {
        try {
            OutputStream keyboard = process.getOutputStream();
            keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(said.toString(), e);
        }
    }

    /** Waits for that text after all that was seen before. */
    void sees(String text) {
        seesAfter(text, text.length());
    }

    /** The rest of the line in which that text is printed. */
    String seesRestOf(String text) {
        sees(text);
        int from = read;
        sees("\n");
        return said.substring(from, read - 1);
    }

    private void seesAfter(String text, int length) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int at = said.indexOf(text, read);
        while (at < 0 && System.nanoTime() - end < 0) {
            pause();
            at = said.indexOf(text, read);
        }
        if (at < 0) {
            throw new AssertionError(
                    "Not seen: " + text + "\nafter " + said.substring(0, read) + "\n---\n" + said.substring(read));
        }
        read = at + length;
    }

    /** Repeats a command until it prints that text. */
    void typesUntil(String command, String text) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        do {
            int before = said.length();
            read = before;
            types(command);
            sees("g! ");
            if (said.indexOf(text, before) >= 0) {
                return;
            }
            pause();
        } while (System.nanoTime() - end < 0);
        throw new AssertionError("Not printed by " + command + ": " + text + "\n" + said);
    }

    /** Gives up what an earlier test left open. */
    void settles() {
        read = said.length();
        if (said.toString().endsWith("> ")) {
            types(":x");
            sees("g! ");
        }
    }

    String everything() {
        return said.toString();
    }

    Path data() {
        return data;
    }

    URI pages() {
        return URI.create("http://127.0.0.1:" + (port + 1));
    }

    @Override
    public void close() {
        process.destroy();
        ended();
    }

    private void ended() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The shell did not end:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static void listen(InputStream from, StringBuffer heard) {
        char[] characters = new char[8192];
        // a letter may come in two parts
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int count = reader.read(characters); count >= 0; count = reader.read(characters)) {
                heard.append(characters, 0, count);
            }
        } catch (IOException e) {
            heard.append(e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A free port with a free one above it. */
    private static int freePair() {
        for (int tries = 0; tries < 50; tries++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException e) {
                // the next is taken; another pair
            }
        }
        throw new IllegalStateException("No two free ports in a row");
    }
}
