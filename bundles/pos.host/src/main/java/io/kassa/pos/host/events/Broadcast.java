package io.kassa.pos.host.events;

import io.kassa.pos.host.common.Changes;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every subscriber what changed; one that throws does not keep it from the others. What could not go on when somebody looked
 * is told once more after a while, since nobody says when the books are back or a patience is over: no page has to ask.
 */
public final class Broadcast implements Changes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    private static final Duration WHILE = Duration.ofSeconds(5);

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong revision;
    private final Executor afterAWhile;
    private final Set<Change> later = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(1, Broadcast::thread, new ThreadPoolExecutor.DiscardPolicy());

    public Broadcast(Clock clock) {
        this.revision = startingAt(clock);
        this.afterAWhile = work -> timer.schedule(work, WHILE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param afterAWhile does later what it is given */
    public Broadcast(Clock clock, Executor afterAWhile) {
        this.revision = startingAt(clock);
        this.afterAWhile = afterAWhile;
    }

    /** Above whatever a page saw before the restart. */
    private static AtomicLong startingAt(Clock clock) {
        return new AtomicLong(clock.millis());
    }

    private static Thread thread(Runnable work) {
        Thread made = new Thread(work, "till-look-again");
        made.setDaemon(true);
        return made;
    }

    @Override
    public AutoCloseable subscribe(Consumer<Change> listener) {
        Consumer<Change> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Grows with every change. Read it before reading what a page is to show. */
    public long revision() {
        return revision.get();
    }

    public void register(String id) {
        tell(Topic.REGISTER, id);
    }

    public void receipt(SaleId sale) {
        tell(Topic.RECEIPT, sale.value());
    }

    /** After a while; once, however many looked meanwhile. */
    public void registerLater(String id) {
        later(new Change(Topic.REGISTER, id));
    }

    /** After a while; once, however many looked meanwhile. */
    public void receiptLater(SaleId sale) {
        later(new Change(Topic.RECEIPT, sale.value()));
    }

    private void later(Change change) {
        if (later.add(change)) {
            afterAWhile.execute(() -> tellNow(change));
        }
    }

    private void tellNow(Change change) {
        later.remove(change);
        tell(change);
    }

    public void worklist() {
        tell(Topic.WORKLIST, "");
    }

    public void setup() {
        tell(Topic.SETUP, "");
    }

    private void tell(Topic topic, String id) {
        tell(new Change(topic, id));
    }

    private void tell(Change change) {
        revision.incrementAndGet();
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", change.topic(), e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
