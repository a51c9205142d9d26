package io.kassa.pos.host.attempt;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who talks with an attempt's method: one at a time. Several pages look at an attempt at the same moment, whenever it changed;
 * they wait for each other, and not for a method that takes its time. Who looked in vain is told to look again.
 */
public final class Talk {

    private static final Duration GLANCE = Duration.ofMillis(300);

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean inVain = new AtomicBoolean();

    /** Waits until nobody else talks. */
    public void begin() {
        lock.lock();
    }

    /** Begins unless somebody else talks for longer than a glance takes. */
    public boolean look() {
        try {
            if (lock.tryLock(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
        inVain.set(true);
        // whoever talked may have ended before they could see that somebody looked
        return lock.tryLock();
    }

    /** @return whether somebody looked in vain meanwhile and has to be told */
    public boolean end() {
        lock.unlock();
        return !lock.isHeldByCurrentThread() && inVain.getAndSet(false);
    }
}
