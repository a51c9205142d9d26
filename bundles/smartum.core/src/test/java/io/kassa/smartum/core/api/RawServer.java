package io.kassa.smartum.core.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider on a real socket that answers exactly what a test tells it to, byte by byte if need be. */
final class RawServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private volatile String greeting = "";
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What came in: "POST /path", headers with small names, and the body. */
    record Request(String line, Map<String, String> headers, String body) {}

    /** What happens on the socket after a request was read. Returns whether the connection stays. */
    interface Behaviour {
        boolean act(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    RawServer() throws IOException {
        threads.execute(this::accept);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    RawServer on(String line, Behaviour behaviour) {
        behaviours.put(line, behaviour);
        return this;
    }

    /** Said at once on every new connection, for a client that expects to speak TLS. */
    void greet(String greeting) {
        this.greeting = greeting;
    }

    long count(String line) {
        return requests.stream().filter(request -> request.line().equals(line)).count();
    }

    static Behaviour answer(int status, String body) {
        return (request, out) -> {
            out.write(bytes(head(status, body.length()) + "\r\n" + body));
            return true;
        };
    }

    static String head(int status, int length) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                if (server.isClosed()) {
                    socket.close();
                } else {
                    threads.execute(() -> serve(socket));
                }
            }
        } catch (IOException e) {
            threads.shutdownNow();
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            boolean stays = greeting.isEmpty();
            if (!stays) {
                in.read(new byte[4096]);
                socket.getOutputStream().write(bytes(greeting));
            }
            while (stays) {
                Request request = read(in);
                requests.add(request);
                Behaviour behaviour = behaviours.getOrDefault(request.line(), answer(404, "{}"));
                stays = behaviour.act(request, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            open.remove(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        Map<String, String> headers = new ConcurrentHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(
                start[0] + " " + start[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new SocketException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
