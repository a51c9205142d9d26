package io.kassa.pos.host.checkup;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.refund.Backlogs;
import io.kassa.pos.host.text.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What waits for an answer or for a person. What is late by minutes is nothing to worry about. */
final class BacklogCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Desk desk;

    BacklogCheck(Desk desk) {
        this.desk = desk;
    }

    List<Note> waiting(Notes notes) {
        Backlog.Counts counts = desk.books().read(Backlogs::of);
        List<Note> found = new ArrayList<>();
        Instant late = desk.now().minus(PATIENCE);
        Instant oldest = counts.oldest().orElse(Instant.MAX);
        if (oldest.isBefore(late)) {
            found.add(notes.warning(
                    "unanswered", Whereabouts.NOT_KNOWN, counts.unknown(), counts.verifications(), oldest));
        }
        if (counts.cases() > 0) {
            found.add(notes.warning("cases", Whereabouts.NOT_KNOWN, counts.cases()));
        }
        if (counts.unused() > 0) {
            found.add(notes.warning("unused", Whereabouts.AS_BEFORE, counts.unused()));
        }
        Instant unfinished = counts.oldestUnfinished().orElse(Instant.MAX);
        if (unfinished.isBefore(late)) {
            found.add(notes.warning("unfinished", Whereabouts.LEFT_TO_RETURN, counts.unfinished(), unfinished));
        }
        return found.isEmpty() ? List.of(notes.ok("backlog")) : found;
    }
}
