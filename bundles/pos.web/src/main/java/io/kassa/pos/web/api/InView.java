package io.kassa.pos.web.api;

import io.kassa.pos.web.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures how long a customer holds a code before the camera until the till answers. The browser says with each frame how long the
 * code had been in view when the frame was sent; the till adds what it took itself.
 */
public final class InView {

    private static final String HEADER = "X-In-View-Millis";

    /** Nobody holds a phone there for longer: what says so is no measurement. */
    private static final long MOST = Duration.ofMinutes(10).toMillis();

    private final InstantSource clock;
    private final Consumer<Duration> measured;

    public InView(InstantSource clock, Consumer<Duration> measured) {
        this.clock = clock;
        this.measured = measured;
    }

    /** Begins to measure, if the picture is a frame of a camera. To be run when the answer is known. */
    Runnable begin(Call call) {
        Instant arrived = clock.instant();
        Optional<Duration> before = said(call);
        return () -> before.map(time -> time.plus(Duration.between(arrived, clock.instant())))
                .ifPresent(measured);
    }

    private static Optional<Duration> said(Call call) {
        try {
            long millis = Long.parseLong(String.valueOf(call.request().getHeader(HEADER)));
            return millis < 0 || millis > MOST ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }
}
