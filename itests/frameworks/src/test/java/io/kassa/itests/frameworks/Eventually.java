package io.kassa.itests.frameworks;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes by itself, and fails when it does not come in time. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 5;

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        get(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T get(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            pause();
            found = look.get();
        }
        return found.orElseThrow(() -> new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
