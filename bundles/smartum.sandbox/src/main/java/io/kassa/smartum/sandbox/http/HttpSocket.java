package io.kassa.smartum.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small HTTP/1.1 server on a loopback port. It is written by hand because scripted trouble needs the socket itself: to
 * refuse, reset, cut and drip.
 */
public final class HttpSocket implements AutoCloseable {
    private static final int BACKLOG = 64;

    private final Handler handler;
    private final Clock clock;
    private final ExecutorService threads;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listener;
    private Socket placeholder;
    private Future<?> accepting = CompletableFuture.completedFuture(null);
    private boolean closed;

    private HttpSocket(String name, int port, Clock clock, Handler handler) throws IOException {
        this.handler = handler;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(daemons(name));
        this.listener = listen(port);
        this.placeholder = new Socket();
        this.port = listener.getLocalPort();
    }

    /** Starts listening; port 0 lets the system choose. Throws {@link UncheckedIOException} when the port is taken. */
    public static HttpSocket open(String name, int port, Clock clock, Handler handler) {
        try {
            HttpSocket socket = new HttpSocket(name, port, clock, handler);
            socket.accept(socket.listener);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " on the loopback address: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    /**
     * Refuses connections, as a machine does on which nothing listens, and drops those that are open. The port stays ours: a
     * socket is bound to it that never listens.
     */
    public synchronized void refuse() {
        if (closed || listener.isClosed()) {
            return;
        }
        try {
            listener.close();
            awaitAccepting();
            open.forEach(Connection::close);
            placeholder = new Socket();
            placeholder.setReuseAddress(true);
            placeholder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections again. */
    public synchronized void resume() {
        if (closed || !listener.isClosed()) {
            return;
        }
        try {
            placeholder.close();
            listener = listen(port);
            accept(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            listener.close();
            placeholder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
            open.forEach(Connection::close);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    private void accept(ServerSocket from) {
        accepting = threads.submit(() -> {
            while (!from.isClosed()) {
                try {
                    serve(from.accept());
                } catch (IOException e) {
                    // closed by refuse() or close(); a peer that left before it was accepted needs nothing either
                }
            }
        });
    }

    /** The system frees the port only when the thread that waits on it has let go. */
    private void awaitAccepting() {
        try {
            accepting.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the listening thread did not end", e);
        }
    }

    private void serve(Socket socket) throws IOException {
        Connection connection = new Connection(socket, handler, clock);
        open.add(connection);
        try {
            threads.execute(() -> {
                try (connection) {
                    connection.run();
                } finally {
                    open.remove(connection);
                }
            });
        } catch (RejectedExecutionException e) {
            open.remove(connection);
            connection.close();
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
