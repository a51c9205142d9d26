package io.kassa.pos.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A network that can lose the host in a commit while the server hears nothing of it, and that can deliver the commit later. */
final class LateNetwork implements Closeable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final CountDownLatch holds = new CountDownLatch(1);
    private final CountDownLatch delivers = new CountDownLatch(1);
    private final int server;
    private volatile boolean holding;
    private volatile Socket host;

    LateNetwork(int server) throws IOException {
        this.server = server;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Holds the next commit until it is delivered. */
    void hold() {
        holding = true;
    }

    void awaitHeld() {
        Together.await(holds);
    }

    /** The host loses the connection of the last commit; the server does not. */
    void leaveTheHost() throws IOException {
        host.close();
    }

    void deliver() {
        delivers.countDown();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket backend = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(client);
            sockets.add(backend);
            start(() -> upstream(client, backend));
            start(() -> backend.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private Void upstream(Socket client, Socket backend) throws IOException {
        byte[] buffer = new byte[8192];
        InputStream in = client.getInputStream();
        OutputStream out = backend.getOutputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
                host = client;
                if (holding) {
                    holding = false;
                    holds.countDown();
                    Together.await(delivers);
                }
            }
            out.write(buffer, 0, n);
        }
        return null;
    }

    private static void start(Callable<?> pump) {
        Thread thread = new Thread(() -> {
            try {
                pump.call();
            } catch (Exception e) {
                // A closed connection is how every pump ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
