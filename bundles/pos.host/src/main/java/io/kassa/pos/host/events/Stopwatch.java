package io.kassa.pos.host.events;

import java.time.Duration;

/** Time since it was made, by the clock that never runs back. */
public final class Stopwatch {

    private final long started = System.nanoTime();

    public Duration read() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
