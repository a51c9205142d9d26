package io.kassa.pos.serial;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A serial port with no hardware: what is sent comes out of the port at the given path. Closing it unplugs it. */
public final class PseudoTerminal implements AutoCloseable {

    private final Process socat;
    private final FileOutputStream held;

    public PseudoTerminal(Path path) throws IOException {
        socat = new ProcessBuilder("socat", "PTY,raw,echo=0,link=" + path, "STDIO")
                .redirectErrorStream(true)
                .start();
        awaitPort(path);
        // while one holds the other end, a till may close its own
        held = new FileOutputStream(path.toFile());
    }

    private void awaitPort(Path path) {
        try {
            for (int tries = 0; Files.notExists(path); tries++) {
                if (tries == 400 || socat.waitFor(50, TimeUnit.MILLISECONDS)) {
                    socat.destroy();
                    throw new IllegalStateException("There is no port at " + path);
                }
            }
        } catch (InterruptedException e) {
            socat.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static boolean isThere() {
        try {
            return new ProcessBuilder("socat", "-V")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socat.getOutputStream().write(bytes);
        socat.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        held.close();
        socat.destroy();
        socat.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
