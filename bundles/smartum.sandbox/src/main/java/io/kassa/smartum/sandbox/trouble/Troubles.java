package io.kassa.smartum.sandbox.trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CopyOnWriteArrayList;

/** The script of what goes wrong: set by tests and by the operator's panel, consumed call by call. */
public final class Troubles {
    private final List<Standing> standing = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long lastId;

    /** Called after every change, in the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Stands until it is cleared; throws {@link IllegalArgumentException} when it could never strike that target. */
    public Standing set(Target target, Trouble trouble) {
        return add(target, trouble, 0);
    }

    /** Strikes the next {@code calls} calls. */
    public Standing set(Target target, Trouble trouble, int calls) {
        if (calls < 1 || trouble instanceof Trouble.OfThePort) {
            throw new IllegalArgumentException("a number of calls from 1 up, and of calls that are seen");
        }
        return add(target, trouble, calls);
    }

    public void clear() {
        synchronized (this) {
            standing.clear();
        }
        changed();
    }

    public void clear(long id) {
        synchronized (this) {
            standing.removeIf(one -> one.id() == id);
        }
        changed();
    }

    public synchronized List<Standing> standing() {
        return List.copyOf(standing);
    }

    /** True when the API's port must not listen. */
    public synchronized boolean refusing() {
        return standing.stream().anyMatch(one -> one.trouble() instanceof Trouble.Refuse);
    }

    /** True when whoever connects to the API's port must wait for ever. */
    public synchronized boolean unreachable() {
        return standing.stream().anyMatch(one -> one.trouble() instanceof Trouble.Unreachable);
    }

    /** What strikes this call, in the order in which it was set; counts the call. */
    public List<Trouble> strike(Target call) {
        List<Trouble> struck = new ArrayList<>();
        synchronized (this) {
            for (ListIterator<Standing> each = standing.listIterator(); each.hasNext(); ) {
                Standing one = each.next();
                if (!one.target().covers(call)) {
                    continue;
                }
                struck.add(one.trouble());
                if (one.callsLeft() == 1) {
                    each.remove();
                } else if (one.callsLeft() > 1) {
                    each.set(one.afterOneCall());
                }
            }
        }
        if (!struck.isEmpty()) {
            changed();
        }
        return struck;
    }

    private Standing add(Target target, Trouble trouble, int calls) {
        if (target == Target.RECEIPT ? !(trouble instanceof Trouble.OfReceipts) : trouble instanceof Trouble.WrongKey) {
            throw new IllegalArgumentException(trouble + " never strikes " + target);
        }
        Standing added;
        synchronized (this) {
            added = new Standing(++lastId, target, trouble, calls);
            standing.add(added);
        }
        changed();
        return added;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
