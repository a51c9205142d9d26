package io.kassa.pos.web.events;

import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.common.Changes.Topic;
import io.kassa.pos.web.login.Session;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One browser's stream. Notes of the same change melt into one; a browser too far behind is dropped, and comes back. */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int FARTHEST_BEHIND = 256;

    /** A scanner that sends faster than a page takes is broken: the newest are left. */
    private static final int MOST_SCANS = 4;

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIRST = "retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Set<Change> noted = new LinkedHashSet<>();
    private final Deque<Scan> scans = new ArrayDeque<>();
    private final long number;
    private final AsyncContext browser;
    private final Session session;
    private final Set<String> registers;
    private final Feed feed;
    private final Duration heartbeat;
    private boolean closed;

    /** @param number larger than that of all streams before */
    EventStream(
            long number, AsyncContext browser, Session session, Set<String> registers, Feed feed, Duration heartbeat) {
        this.number = number;
        this.browser = browser;
        this.session = session;
        this.registers = Set.copyOf(registers);
        this.feed = feed;
        this.heartbeat = heartbeat;
        noteRegisters();
    }

    long number() {
        return number;
    }

    Session session() {
        return session;
    }

    /** Called on the thread that changed something: leaves a note, no more. */
    synchronized void note(Change change) {
        boolean admin = session.actor().isAdmin();
        boolean register = change.topic() == Topic.REGISTER;
        if (change.topic() == Topic.SETUP) {
            noteRegisters();
        }
        boolean open = change.topic() == Topic.RECEIPT || change.topic() == Topic.WORKLIST;
        if (open || admin || register && registers.contains(change.id())) {
            noted.add(change);
        }
        closed |= noted.size() > FARTHEST_BEHIND;
        notifyAll();
    }

    synchronized boolean follows(String register) {
        return !closed && registers.contains(register);
    }

    /** Leaves a scan to be written, to this browser and no other. */
    synchronized void take(Scan scan) {
        if (scans.size() == MOST_SCANS) {
            scans.removeFirst();
        }
        scans.add(scan);
        notifyAll();
    }

    private synchronized void noteRegisters() {
        registers.forEach(id -> noted.add(new Change(Topic.REGISTER, id)));
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Writes until the browser goes, the session ends, or it is closed. */
    void run(BooleanSupplier lives) {
        try {
            OutputStream out = browser.getResponse().getOutputStream();
            out.write(FIRST);
            for (Optional<List<Change>> next = next(); next.isPresent() && lives.getAsBoolean(); next = next()) {
                writeScans(out);
                for (Change change : next.get()) {
                    write(out, change);
                }
                if (next.get().isEmpty()) {
                    out.write(COMMENT);
                }
                out.flush();
            }
        } catch (IOException gone) {
            LOG.debug("A browser went away");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // the browser comes back and begins with the whole view
            LOG.warn("A stream ended: {}", failed.getClass().getName());
        }
    }

    private void writeScans(OutputStream out) throws IOException {
        for (Scan scan : scansNow()) {
            if (scan.isFresh()) {
                out.write(feed.scan(scan));
            }
        }
    }

    private synchronized List<Scan> scansNow() {
        List<Scan> all = List.copyOf(scans);
        scans.clear();
        return all;
    }

    private void write(OutputStream out, Change change) throws IOException {
        if (change.topic() == Topic.REGISTER && registers.contains(change.id())) {
            Optional<byte[]> event = feed.register(change.id());
            if (event.isPresent()) {
                out.write(event.get());
            }
        } else {
            out.write(feed.change(change));
        }
    }

    /** What was noted since; nothing after a heartbeat's time; empty when closed. */
    private synchronized Optional<List<Change>> next() throws InterruptedException {
        long end = System.nanoTime() + heartbeat.toNanos();
        while (noted.isEmpty() && scans.isEmpty() && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        List<Change> all = new ArrayList<>(noted);
        noted.clear();
        return closed ? Optional.empty() : Optional.of(all);
    }
}
