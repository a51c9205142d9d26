package io.kassa.itests.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line between till and provider. It can be told what happens just before or after the n-th request goes over it. */
final class Wire implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private static final Pattern BEARER = Pattern.compile("(?im)^authorization: *Bearer (\\S+)");

    private static final Pattern REFUND = Pattern.compile("POST \\S*/refunds? ");

    private final ServerSocket ear;
    private final URI provider;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private int requests;
    private Optional<Armed> armed = Optional.empty();

    /** Of a refund's request every number is the right one. */
    private record Armed(String when, int number, boolean ofRefund, Runnable happens) {}

    Wire(URI provider) {
        this.provider = provider;
        try {
            ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + ear.getLocalPort());
    }

    /** Before: the request never gets to the provider. After: its answer never gets to the till. */
    synchronized void arm(String when, int number, Runnable happens) {
        requests = 0;
        armed = Optional.of(new Armed(when, number, false, happens));
    }

    /** The same at the first request that asks for a refund: what the till asks beside it has no fixed number. */
    synchronized void armRefund(String when, Runnable happens) {
        requests = 0;
        armed = Optional.of(new Armed(when, 0, true, happens));
    }

    synchronized void disarm() {
        armed = Optional.empty();
    }

    synchronized int requests() {
        return requests;
    }

    private void listen() {
        while (!ear.isClosed()) {
            try {
                Socket till = ear.accept();
                start(() -> carry(till));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(Socket till) {
        try (till) {
            till.setSoTimeout(60_000);
            Optional<byte[]> request = request(till.getInputStream());
            if (request.isEmpty()) {
                return;
            }
            remember(request.get());
            int number = next();
            boolean asksForRefund = REFUND.matcher(new String(request.get(), StandardCharsets.ISO_8859_1))
                    .lookingAt();
            if (strikes("before", number, asksForRefund)) {
                return;
            }
            byte[] answer = exchange(request.get());
            if (strikes("after", number, asksForRefund)) {
                return;
            }
            if (answer.length == 0) {
                till.setSoLinger(true, 0);
                return;
            }
            till.getOutputStream().write(answer);
            till.getOutputStream().flush();
        } catch (IOException e) {
            // one side is gone; the other sees its connection closed
        }
    }

    private void remember(byte[] request) {
        Matcher bearer = BEARER.matcher(new String(request, StandardCharsets.ISO_8859_1));
        if (bearer.find()) {
            tokens.add(bearer.group(1));
        }
    }

    /** What the till showed to the provider so far, to be let in. */
    Set<String> tokens() {
        return tokens;
    }

    private synchronized int next() {
        return ++requests;
    }

    private boolean strikes(String when, int number, boolean asksForRefund) {
        Optional<Armed> now;
        synchronized (this) {
            now = armed.filter(
                    one -> one.when().equals(when) && (one.ofRefund() ? asksForRefund : one.number() == number));
            if (now.isPresent()) {
                armed = Optional.empty();
            }
        }
        now.ifPresent(one -> one.happens().run());
        return now.isPresent();
    }

    /** One request, made such that its answer ends with the connection. */
    private static Optional<byte[]> request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int one = in.read();
            if (one < 0) {
                return Optional.empty();
            }
            head.write(one);
            end = one == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : one == '\r' ? 1 : 0;
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        String alone = text.replaceAll("(?im)^(connection|upgrade|http2-settings):.*\r\n", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(alone.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return Optional.of(whole.toByteArray());
    }

    /** Empty when the provider's connection was reset. */
    private byte[] exchange(byte[] request) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), provider.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(answer);
        } catch (IOException reset) {
            // what came before is passed on
        }
        String text = answer.toString(StandardCharsets.ISO_8859_1)
                .replaceFirst("(?im)^connection:.*\r\n", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n");
        return answer.size() == 0 ? new byte[0] : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            ear.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
