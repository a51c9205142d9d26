package io.kassa.pos.web.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests with a body that are under way. Whoever sends a body slowly keeps a thread; one person can keep so many from the till,
 * however often they logged in, and so can all together who are not logged in.
 */
final class UnderWay {

    private static final int MOST = 8;

    private final Map<Optional<String>, Integer> byPerson = new ConcurrentHashMap<>();

    /**
     * Whether there is room for one more; then it has to {@link #end}.
     *
     * @param person empty for somebody not logged in
     */
    boolean begin(Optional<String> person) {
        boolean room = byPerson.merge(person, 1, Integer::sum) <= MOST;
        if (!room) {
            end(person);
        }
        return room;
    }

    void end(Optional<String> person) {
        byPerson.computeIfPresent(person, (same, count) -> count == 1 ? null : count - 1);
    }
}
