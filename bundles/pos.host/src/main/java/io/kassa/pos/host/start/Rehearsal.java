package io.kassa.pos.host.start;

import io.kassa.pos.host.events.Aside;
import io.kassa.pos.host.events.Broadcast;
import io.kassa.pos.host.method.Patience;
import io.kassa.pos.host.rehearsal.Audience;
import io.kassa.pos.ledger.SpareBooks;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sells some times after a start, at a till of its own on spare books, so that the first customer waits no longer than the next:
 * a fresh JVM takes several times as long for what it does for the first time. Nothing of it reaches the till that is open: no
 * sale, no audit entry, no number, no page, nothing that is counted.
 */
final class Rehearsal implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Methods are compiled when they were called some two hundred times. */
    private static final int SALES = 120;

    private final SpareBooks spares;
    private final List<Audience> audience;
    private final ZoneId zone;
    private final Duration wait;
    private final Duration pause;

    /**
     * @param audience may come and go meanwhile
     * @param wait before it begins: the start itself comes first
     * @param pause after each sale, in which others get on
     */
    Rehearsal(SpareBooks spares, List<Audience> audience, ZoneId zone, Duration wait, Duration pause) {
        this.spares = spares;
        this.audience = audience;
        this.zone = zone;
        this.wait = wait;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(wait.toMillis());
            try (SpareBooks.Opened spare = spares.open();
                    Patience patience = new Patience();
                    Broadcast changes = new Broadcast(Clock.systemUTC());
                    Aside aside =
                            new Aside(occurrence -> audience.forEach(listener -> listener.happened(occurrence)))) {
                Stage stage = new Stage(spare, patience, changes, aside, zone);
                for (int sale = 0; sale < SALES; sale++) {
                    stage.sell(sale, audience);
                    Thread.sleep(pause.toMillis());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // the till is stopped, and whatever was under way with it
                return;
            }
            LOG.warn("The rehearsal ended early; the first payment may take longer than the next", e);
        }
    }
}
