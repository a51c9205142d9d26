package io.kassa.smartum.core.api;

import java.time.Duration;

/** A moment on the monotonic clock, which nobody can set. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Nanoseconds left, never below zero. */
    long left() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean passed() {
        return left() == 0;
    }

    Deadline orSooner(Duration patience) {
        Deadline other = in(patience);
        return other.end - end < 0 ? other : this;
    }
}
