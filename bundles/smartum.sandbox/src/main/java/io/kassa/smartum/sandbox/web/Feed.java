package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells every open page what changed, as server-sent events. */
final class Feed {
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int PATIENCE = 1000;

    private final Set<BlockingQueue<String>> readers = ConcurrentHashMap.newKeySet();

    /** Sends a JSON text under a name; a reader that does not keep up misses it, and reads the whole state anyway. */
    void tell(String name, String json) {
        readers.forEach(reader -> reader.offer("event: " + name + "\ndata: " + json + "\n\n"));
    }

    Reply open() {
        return new Reply.Stream("text/event-stream", this::write);
    }

    private void write(OutputStream out) throws IOException, InterruptedException {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(PATIENCE);
        readers.add(queue);
        try {
            send(out, "retry: 1000\nevent: hello\ndata: {}\n\n");
            while (!Thread.currentThread().isInterrupted()) {
                String next = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                send(out, next == null ? ":\n\n" : next);
            }
        } finally {
            readers.remove(queue);
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
