package io.kassa.pos.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests as bytes, past a client that would not send them so. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Wire() {}

    /** The answer, or as much of one that does not end as comes in a while. The request says that the connection ends with it. */
    static String exchange(int port, String request) {
        var answer = new ByteArrayOutputStream();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Socket socket = begin(port, request)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            byte[] some = new byte[8192];
            for (int read = 0;
                    read >= 0 && System.nanoTime() < end;
                    read = socket.getInputStream().read(some)) {
                answer.write(some, 0, read);
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer up to its body, which may be without an end. */
    static String head(int port, String request) {
        var head = new StringBuilder();
        try (Socket socket = begin(port, request)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            int next = socket.getInputStream().read();
            while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
                head.append((char) next);
                next = socket.getInputStream().read();
            }
            return head.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which so much was sent, and the rest may never come. */
    static Socket begin(int port, String request) {
        try {
            var socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
