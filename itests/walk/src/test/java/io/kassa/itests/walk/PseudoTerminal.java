package io.kassa.itests.walk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A serial port with no hardware: what is sent comes out of the port at the given path. Closing it unplugs it. */
final class PseudoTerminal implements AutoCloseable {
    private final Process socat;
    private final FileOutputStream held;

    PseudoTerminal(Path path) throws IOException {
        socat = new ProcessBuilder("socat", "PTY,raw,echo=0,link=" + path, "STDIO")
                .redirectErrorStream(true)
                .start();
        Eventually.within(
                Duration.ofSeconds(20),
                "there is a port",
                () -> Files.exists(path) ? Optional.of(true) : Optional.empty());
        // while one holds the other end, a till may close its own
        held = new FileOutputStream(path.toFile());
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("socat", "-V")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }

    void scans(String text) {
        try {
            socat.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            socat.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
        socat.destroy();
        socat.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
