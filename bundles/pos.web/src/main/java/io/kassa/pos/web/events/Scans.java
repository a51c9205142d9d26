package io.kassa.pos.web.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Scanned codes that no browser was there for: kept for one that comes at once, as after a lost connection, and then forgotten.
 * At most one a register, the newest.
 */
final class Scans {

    private final Ticker ticker;
    private final Map<String, Scan> kept = new HashMap<>();

    Scans(Ticker ticker) {
        this.ticker = ticker;
    }

    synchronized void give(Scan scan, Supplier<Optional<EventStream>> taker) {
        kept.remove(scan.register());
        taker.get().ifPresentOrElse(stream -> stream.take(scan), () -> keep(scan));
    }

    private void keep(Scan scan) {
        kept.put(scan.register(), scan);
        ticker.after(Scan.LONGEST, () -> forget(scan));
    }

    synchronized void giveKept(EventStream stream) {
        kept.values().removeIf(scan -> {
            boolean taken = stream.follows(scan.register());
            if (taken) {
                stream.take(scan);
            }
            return taken;
        });
    }

    private synchronized void forget(Scan scan) {
        kept.remove(scan.register(), scan);
    }
}
