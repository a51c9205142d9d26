package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.store.Attempt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Attempts that were ended by a commit nobody answered, while nobody could read whether it was stored. They keep what they have
 * reserved until they are read as ended: as long as one may be open, nobody else may have its receipt.
 */
final class InDoubt {

    private final Desk desk;
    private final Endings endings;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();

    InDoubt(Desk desk, Endings endings) {
        this.desk = desk;
        this.endings = endings;
    }

    void add(Attempt attempt) {
        attempts.add(attempt);
    }

    /** Frees what those have reserved that ended after all. */
    void lookAgain() {
        attempts.removeIf(attempt -> {
            boolean ended = endings.isStored(attempt);
            if (ended) {
                desk.claims().release(attempt.id());
            }
            return ended;
        });
    }
}
