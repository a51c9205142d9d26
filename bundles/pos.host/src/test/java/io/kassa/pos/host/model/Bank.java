package io.kassa.pos.host.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A wallet's provider: who paid, what went back. It outlives the till. */
final class Bank {

    enum Trouble {
        NONE,
        LOST_BEFORE,
        LOST_AFTER
    }

    private final Map<String, Long> paid = new HashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private int payments;

    /** What happens to the next refund. */
    Trouble trouble = Trouble.NONE;

    String pays(long cents) {
        String id = "tx" + ++payments;
        paid.put(id, cents);
        return id;
    }

    Optional<Long> paid(String id) {
        return Optional.ofNullable(paid.get(id));
    }

    long refunded(String id) {
        return refunded.getOrDefault(id, 0L);
    }

    boolean knows(String key) {
        return keys.containsKey(key);
    }

    /** @return whether an answer came */
    boolean refund(String id, long cents, String key) {
        Trouble now = trouble;
        trouble = Trouble.NONE;
        if (now != Trouble.LOST_BEFORE && keys.putIfAbsent(key, id) == null) {
            if (refunded(id) + cents > paid.get(id)) {
                throw new AssertionError("more than was paid goes back of " + id);
            }
            refunded.merge(id, cents, Long::sum);
        }
        return now == Trouble.NONE;
    }
}
