package io.kassa.smartum.sandbox.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    /** A full queue of connections takes no more; how long it takes to see that, and how long a queue can be at most. */
    private static final int FULL_MILLIS = 200;

    private static final int MOST_WAITING = 16;

    private enum Door {
        OPEN,
        SHUT,
        BLOCKED
    }

    private interface Opening {
        void run() throws IOException;
    }

    private final Handler handler;
    private final Clock clock;
    private final ExecutorService threads;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listener;
    private final List<Closeable> placeholders = new ArrayList<>();
    private Door door = Door.OPEN;
    private Future<?> accepting = CompletableFuture.completedFuture(null);
    private boolean closed;

    private HttpSocket(String name, int port, Clock clock, Handler handler) throws IOException {
        this.handler = handler;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(daemons(name));
        this.listener = listen(port, BACKLOG);
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
    public void refuse() {
        become(Door.SHUT, () -> {
            Socket bound = new Socket();
            placeholders.add(bound);
            bound.setReuseAddress(true);
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        });
    }

    /** Neither takes connections nor refuses them: whoever connects waits, as behind a firewall that drops what comes. */
    public void ignore() {
        become(Door.BLOCKED, () -> {
            ServerSocket full = listen(port, 1);
            placeholders.add(full);
            for (boolean room = true; room && placeholders.size() < MOST_WAITING; ) {
                Socket waiting = new Socket();
                placeholders.add(waiting);
                room = connects(waiting);
            }
        });
    }

    /** Takes connections again. */
    public void resume() {
        become(Door.OPEN, () -> {
            listener = listen(port, BACKLOG);
            accept(listener);
        });
    }

    private synchronized void become(Door other, Opening opening) {
        if (closed || door == other) {
            return;
        }
        try {
            listener.close();
            awaitAccepting();
            open.forEach(Connection::close);
            closePlaceholders();
            opening.run();
            door = other;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean connects(Socket socket) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), FULL_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void closePlaceholders() throws IOException {
        for (Closeable each : placeholders) {
            each.close();
        }
        placeholders.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            listener.close();
            closePlaceholders();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
            open.forEach(Connection::close);
        }
    }

    private static ServerSocket listen(int port, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
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
