package io.kassa.pos.host.checkup;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.text.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether the clock stands before what is in the books already. How right it is, only a provider can tell. */
final class ClockCheck {

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final Desk desk;

    ClockCheck(Desk desk) {
        this.desk = desk;
    }

    List<Note> order(Notes notes) {
        Instant now = desk.now();
        Duration behind = desk.audit().page(Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(newest -> Duration.between(now, newest.at()))
                .orElse(Duration.ZERO);
        return List.of(
                behind.compareTo(TOLERATED) > 0
                        ? notes.error("clock-back", Whereabouts.AS_BEFORE, behind.toMinutes())
                        : notes.ok("clock"));
    }
}
