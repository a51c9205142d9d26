package io.kassa.pos.host.events;

import io.kassa.pos.host.common.Changes;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every subscriber what changed; one that throws does not keep it from the others. */
public final class Broadcast implements Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong revision;

    public Broadcast(Clock clock) {
        // starts above whatever a page saw before the restart
        this.revision = new AtomicLong(clock.millis());
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

    public void worklist() {
        tell(Topic.WORKLIST, "");
    }

    public void setup() {
        tell(Topic.SETUP, "");
    }

    private void tell(Topic topic, String id) {
        revision.incrementAndGet();
        Change change = new Change(topic, id);
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", topic, e);
            }
        }
    }
}
