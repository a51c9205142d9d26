package io.kassa.pos.host.attempt;

import io.kassa.pos.spi.payment.AttemptId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One lock an attempt: its method is asked one thing at a time. */
public final class Locks {

    private final Map<AttemptId, ReentrantLock> locks = new ConcurrentHashMap<>();

    public ReentrantLock of(AttemptId attempt) {
        return locks.computeIfAbsent(attempt, id -> new ReentrantLock());
    }

    /** For an attempt that has ended. */
    public void forget(AttemptId attempt) {
        locks.remove(attempt);
    }
}
