package io.kassa.pos.web.events;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.web.json.JsonWriter;
import io.kassa.pos.web.login.Session;
import io.kassa.pos.web.login.Sessions;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams that are open. Whoever changes something only leaves a note for each; a stream's own thread looks at what changed
 * and writes it, so a browser that does not read keeps nobody waiting but itself.
 */
public final class EventStreams {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** A till has a few browsers; each stream costs a thread. */
    private static final int MOST = 64;

    /** One person has a few browsers; more streams than these push out their own oldest, and nobody else's. */
    private static final int MOST_OF_ONE = 16;

    private final Scans scans;
    private final Ticker ticker;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Selling selling;
    private final Sessions sessions;
    private final Duration heartbeat;
    private final JsonWriter json = new JsonWriter();
    private final AutoCloseable subscription;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong opened = new AtomicLong();
    private final ThreadFactory threads;

    public EventStreams(Changes changes, Selling selling, Sessions sessions, Duration heartbeat, Ticker ticker) {
        this.selling = selling;
        this.sessions = sessions;
        this.heartbeat = heartbeat;
        this.ticker = ticker;
        this.scans = new Scans(ticker);
        this.threads = work -> {
            var thread = new Thread(work, "kassa-events-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.subscription = changes.subscribe(this::tell);
    }

    /** Leaves the change with all that may hear of it. */
    public void tell(Change change) {
        open.forEach(stream -> stream.note(change));
    }

    /**
     * Gives a scanned code to one browser: two that stand at the same register would both act on it. Somebody logged in at the
     * register goes before an admin who looks at it, then whoever did something last.
     */
    public void scanned(String register, String code) {
        scans.give(
                new Scan(register, code, ticker),
                () -> open.stream()
                        .filter(stream -> stream.follows(register))
                        .filter(stream -> sessions.lives(stream.session().id()))
                        .max(Comparator.<EventStream, Boolean>comparing(
                                        stream -> stream.session().register().equals(Optional.of(register)))
                                .thenComparing(stream -> sessions.lastUse(stream.session()))
                                .thenComparing(EventStream::number)));
    }

    public boolean isFull() {
        return open.size() >= MOST;
    }

    /** @param registers whose views are sent */
    public void open(HttpServletRequest request, Session session, Set<String> registers) {
        AsyncContext browser = request.startAsync();
        var response = (HttpServletResponse) browser.getResponse();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        browser.setTimeout(0);
        var stream = new EventStream(
                opened.incrementAndGet(), browser, session, registers, new Feed(selling, json), heartbeat);
        makeRoom(session.actor());
        open.add(stream);
        scans.giveKept(stream);
        browser.addListener(new WhenGone(stream::close));
        threads.newThread(() -> write(stream, browser)).start();
    }

    private void makeRoom(Actor actor) {
        List<EventStream> own = open.stream()
                .filter(stream -> stream.session().actor().name().equals(actor.name()))
                .sorted(Comparator.comparingLong(EventStream::number))
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(EventStream::close);
    }

    private void write(EventStream stream, AsyncContext browser) {
        try {
            stream.run(() -> sessions.lives(stream.session().id()));
        } finally {
            open.remove(stream);
            try {
                browser.complete();
            } catch (IllegalStateException ended) {
                LOG.debug("The server ended the stream first");
            }
        }
    }

    /** Closes the streams whose session does not live any more. */
    public void sweep() {
        open.stream().filter(stream -> !sessions.lives(stream.session().id())).forEach(EventStream::close);
    }

    /** Ends all streams, since some may show what they should not any more; browsers come back for what they may see. */
    public void renew() {
        open.forEach(EventStream::close);
    }

    /** Ends all streams; browsers come back when the till does. */
    public void close() throws Exception {
        subscription.close();
        renew();
    }
}
