package io.kassa.pos.web.events;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Measures time for what is kept for a moment only: evenly, whoever sets the clock meanwhile. */
public interface Ticker {

    /** Nanoseconds since some moment. */
    long nanos();

    /** Does the work as soon as so much time has passed. */
    void after(Duration time, Runnable work);

    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void after(Duration time, Runnable work) {
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(work);
            }
        };
    }
}
