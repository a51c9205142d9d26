package io.kassa.itests.walk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waiting for what another process does. */
final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(40);

    private Eventually() {}

    /** The first answer that the look gives; fails when there is none in time. */
    static <T> T within(Duration bound, String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + bound.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    /** Looks for that long, and fails as soon as it is not so. */
    static void stays(Duration time, String what, BooleanSupplier look) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (!look.getAsBoolean()) {
                throw new AssertionError("not any more: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
