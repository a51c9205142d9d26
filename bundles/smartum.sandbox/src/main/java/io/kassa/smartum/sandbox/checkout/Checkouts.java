package io.kassa.smartum.sandbox.checkout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The open checkouts of this process; the oldest give way when there are too many. */
public final class Checkouts {
    private static final int KEPT = 100;

    private final Map<String, Checkout> open = new LinkedHashMap<>();

    public synchronized void open(Checkout checkout) {
        open.put(checkout.id(), checkout);
        if (open.size() > KEPT) {
            open.remove(open.keySet().iterator().next());
        }
    }

    public synchronized Optional<Checkout> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Takes it off the table, so that it is paid once. */
    public synchronized Optional<Checkout> take(String id) {
        return Optional.ofNullable(open.remove(id));
    }
}
