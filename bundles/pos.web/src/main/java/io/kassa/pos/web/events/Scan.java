package io.kassa.pos.web.events;

import java.time.Duration;

/** A code that a scanner of the machine read for a register. Does not print it: a receipt's is as good as money. */
record Scan(String register, String code, Ticker ticker, long at) {

    /** Nobody waits for longer at a counter, and whoever stands there then has not scanned it. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    Scan(String register, String code, Ticker ticker) {
        this(register, code, ticker, ticker.nanos());
    }

    boolean isFresh() {
        return ticker.nanos() - at < LONGEST.toNanos();
    }

    @Override
    public String toString() {
        return "Scan[" + register + "]";
    }
}
