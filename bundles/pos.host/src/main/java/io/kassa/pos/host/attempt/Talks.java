package io.kassa.pos.host.attempt;

import io.kassa.pos.spi.payment.AttemptId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One talk an attempt. */
public final class Talks {

    private final Map<AttemptId, Talk> talks = new ConcurrentHashMap<>();

    public Talk of(AttemptId attempt) {
        return talks.computeIfAbsent(attempt, id -> new Talk());
    }

    /** Whether this host has begun it, or gone on with it. */
    public boolean has(AttemptId attempt) {
        return talks.containsKey(attempt);
    }

    /** For an attempt that has ended. */
    public void forget(AttemptId attempt) {
        talks.remove(attempt);
    }
}
