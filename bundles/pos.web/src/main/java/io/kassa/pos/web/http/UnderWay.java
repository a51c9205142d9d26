package io.kassa.pos.web.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests with a body that are under way. Whoever sends a body slowly keeps a thread; one person can keep so many from the till,
 * however often they logged in, and so can all together who are not logged in.
 */
final class UnderWay {

    private static final int MOST_OF_STRANGERS = 8;

    /** Of the server's two hundred threads; a shop where one person is logged in at every register is not slowed down. */
    private static final int MOST_OF_ONE = 64;

    private final Map<Optional<String>, Integer> byPerson = new ConcurrentHashMap<>();

    /**
     * Whether there is room for one more; then it has to {@link #end}.
     *
     * @param person empty for somebody not logged in
     */
    boolean begin(Optional<String> person) {
        int most = person.isPresent() ? MOST_OF_ONE : MOST_OF_STRANGERS;
        boolean room = byPerson.merge(person, 1, Integer::sum) <= most;
        if (!room) {
            end(person);
        }
        return room;
    }

    void end(Optional<String> person) {
        byPerson.computeIfPresent(person, (same, count) -> count == 1 ? null : count - 1);
    }
}
