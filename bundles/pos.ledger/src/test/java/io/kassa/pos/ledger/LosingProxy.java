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
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network between a host and its database that can lose a commit, or the answer to it, and counts the answers. */
final class LosingProxy implements Closeable {

    enum Loss {
        NOTHING,
        /** The commit does not arrive. */
        COMMIT,
        /** The commit arrives and is done; its answer does not come back. */
        ANSWER
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final int server;
    private final Queue<AnswerCount> answers = new ConcurrentLinkedQueue<>();
    private volatile Loss next = Loss.NOTHING;
    private volatile boolean dropping;

    LosingProxy(int server) throws IOException {
        this.server = server;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Loses the next commit, once. */
    void lose(Loss loss) {
        next = loss;
    }

    /** As some poolers do: the server hears nothing of what a session asks for at its start. */
    void dropOptions() {
        dropping = true;
    }

    /** Puts blanks in their place, so that nothing else moves. */
    private static void blankOptions(byte[] buffer, int length) {
        int key = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).indexOf("\0options\0");
        for (int i = key + "\0options\0".length(); key >= 0 && buffer[i] != 0; i++) {
            buffer[i] = ' ';
        }
    }

    /** How often the server answered, on all connections without TLS. */
    long answered() {
        return answers.stream().mapToLong(AnswerCount::ready).sum();
    }

    private void accept() throws IOException {
        while (true) {
            Link link = new Link(door.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
            sockets.add(link.client);
            sockets.add(link.server);
            start(link::upstream);
            start(link::downstream);
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean losing;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void upstream() throws IOException {
            byte[] buffer = new byte[8192];
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
                    Loss loss = next;
                    next = Loss.NOTHING;
                    losing = loss == Loss.ANSWER;
                    if (loss == Loss.COMMIT) {
                        cut();
                        return;
                    }
                }
                if (dropping) {
                    blankOptions(buffer, n);
                }
                out.write(buffer, 0, n);
            }
            cut();
        }

        void downstream() throws IOException {
            byte[] buffer = new byte[8192];
            AnswerCount count = new AnswerCount();
            answers.add(count);
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(buffer); n >= 0 && !losing; n = in.read(buffer)) {
                count.read(buffer, n);
                out.write(buffer, 0, n);
            }
            cut();
        }

        private void cut() throws IOException {
            client.close();
            server.close();
        }
    }

    private interface Pump {
        void run() throws IOException;
    }

    private static void start(Pump pump) {
        Thread thread = new Thread(() -> {
            try {
                pump.run();
            } catch (IOException e) {
                // A closed connection is how every pump ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** From one moment to the next nobody hears of the other any more. */
    void cut() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
