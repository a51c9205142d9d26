package io.kassa.pos.host.checkup;

import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.text.Whereabouts;
import java.util.List;
import java.util.function.LongSupplier;

/** Whether there is room for what will be booked. */
final class DiskCheck {

    private static final long MEGA = 1024 * 1024;
    private static final long LOW = 1024;
    private static final long FULL = 100;

    private final LongSupplier free;

    DiskCheck(LongSupplier free) {
        this.free = free;
    }

    List<Note> room(Notes notes) {
        long megabytes = free.getAsLong() / MEGA;
        if (megabytes < FULL) {
            return List.of(notes.error("disk-full", Whereabouts.AS_BEFORE, megabytes));
        }
        return List.of(
                megabytes < LOW
                        ? notes.warning("disk-low", Whereabouts.AS_BEFORE, megabytes)
                        : notes.ok("disk", megabytes));
    }
}
