package io.kassa.pos.shell.till;

import io.kassa.pos.spi.payment.AttemptId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is at an attempt: one at a time, whether a person in one of several sessions or the rounds. */
public final class Turns {

    private final Set<AttemptId> taken = ConcurrentHashMap.newKeySet();

    /** @return false, without waiting, when somebody else is at it */
    boolean alone(AttemptId attempt, Runnable work) {
        if (!taken.add(attempt)) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            taken.remove(attempt);
        }
    }
}
