package io.kassa.smartum.plugin;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Who is inside the plug-in just now. A bundle that is replaced loses its classes, also those that a call under way has not
 * needed yet; so it waits until the last visitor has left. The door stays open until then: whoever found the service just
 * before it went is still served. Afterwards it is shut for good.
 */
final class Visits {
    private int inside;
    private boolean shut;

    /** @throws IllegalStateException when the plug-in is gone: the caller held a service or a turn for too long */
    <T> T during(Supplier<T> visit) {
        begin();
        try {
            return visit.get();
        } finally {
            leave();
        }
    }

    /** @throws IllegalStateException when the plug-in is gone */
    synchronized void begin() {
        if (shut) {
            throw new IllegalStateException("This version of the plug-in is gone; ask the one that serves now");
        }
        inside++;
    }

    /** Ends a visit that was begun by somebody else, after the work. */
    void end(Runnable work) {
        try {
            work.run();
        } finally {
            leave();
        }
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** @return whether the door is shut now; it is when nobody is inside */
    synchronized boolean shutWhenEmpty() {
        shut |= inside == 0;
        return shut;
    }

    /** Waits until nobody is inside, and shuts the door then, or when the time is over. */
    synchronized void over(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); inside > 0 && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shut = true;
    }
}
