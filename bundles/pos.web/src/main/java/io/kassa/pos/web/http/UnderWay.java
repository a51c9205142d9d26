package io.kassa.pos.web.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests with a body that are under way. Whoever sends a body slowly keeps a thread; one person can keep so many from the till,
 * however often they logged in, and so can all together who are not logged in.
 */
final class UnderWay {

    /** Of the server's two hundred threads; from then on it is crowded. */
    private static final int MANY = 96;

    /** A shop where one person is logged in at every register is not slowed down. */
    private static final int MOST_OF_ONE = 64;

    private static final int MOST_IN_A_CROWD = 8;

    private final Map<Optional<String>, Integer> byPerson = new HashMap<>();
    private int all;

    /**
     * Whether there is room for one more; then it has to {@link #end}.
     *
     * @param person empty for somebody not logged in
     */
    synchronized boolean begin(Optional<String> person) {
        int own = byPerson.getOrDefault(person, 0);
        boolean few = person.isEmpty() || all >= MANY;
        if (own >= (few ? MOST_IN_A_CROWD : MOST_OF_ONE)) {
            return false;
        }
        byPerson.put(person, own + 1);
        all++;
        return true;
    }

    synchronized void end(Optional<String> person) {
        all--;
        byPerson.computeIfPresent(person, (same, count) -> count == 1 ? null : count - 1);
    }
}
