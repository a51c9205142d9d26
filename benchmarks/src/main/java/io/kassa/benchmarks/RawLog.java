package io.kassa.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that can be done so that bytes are not lost: append them to a file, and force it. Whoever comes while the file is
 * being forced waits for the next force, which one of them does for all. Stays open until the program ends.
 */
final class RawLog {

    private final FileChannel file;
    private final Object turn = new Object();
    private List<ByteBuffer> waiting = new ArrayList<>();
    private boolean forcing;

    /** How many batches were begun, and how many of these are on disk. */
    private long begun;

    private long forced;

    RawLog(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Alone: one write, one force. */
    void append(byte[] record) throws IOException {
        write(new ByteBuffer[] {ByteBuffer.wrap(record)});
    }

    /** Beside others; returns when it is on disk. */
    void share(byte[] record) throws IOException, InterruptedException {
        long mine;
        synchronized (turn) {
            waiting.add(ByteBuffer.wrap(record));
            mine = begun + 1;
            while (forcing && forced < mine) {
                turn.wait();
            }
            if (forced >= mine) {
                return;
            }
            forcing = true;
        }
        lead(mine);
    }

    private void lead(long mine) throws IOException {
        ByteBuffer[] batch;
        synchronized (turn) {
            batch = waiting.toArray(ByteBuffer[]::new);
            waiting = new ArrayList<>();
            begun = mine;
        }
        write(batch);
        synchronized (turn) {
            forced = mine;
            forcing = false;
            turn.notifyAll();
        }
    }

    private void write(ByteBuffer[] batch) throws IOException {
        while (batch[batch.length - 1].hasRemaining()) {
            file.write(batch);
        }
        file.force(false);
    }
}
