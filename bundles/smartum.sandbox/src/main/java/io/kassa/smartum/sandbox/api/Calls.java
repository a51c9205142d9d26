package io.kassa.smartum.sandbox.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The newest calls; older ones are forgotten. */
public final class Calls {
    private static final int KEPT = 500;

    private final Deque<Call> newest = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Oldest first. */
    public synchronized List<Call> list() {
        return List.copyOf(newest);
    }

    void add(Call call) {
        synchronized (this) {
            newest.addLast(call);
            if (newest.size() > KEPT) {
                newest.removeFirst();
            }
        }
        listeners.forEach(Runnable::run);
    }
}
