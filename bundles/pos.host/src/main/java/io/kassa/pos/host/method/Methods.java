package io.kassa.pos.host.method;

import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.SelfTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * The payment methods that are there, grouped by id: of several versions side by side the highest ranking is offered, then
 * the highest version. Whatever feeds it (the service registry) puts and takes away; listeners are told after each change.
 */
public final class Methods {

    private record Entry<T>(String id, T service, Rank rank) {}

    private static final Comparator<Entry<PaymentMethod>> BY_RANK_THEN_ID =
            Comparator.<Entry<PaymentMethod>, Rank>comparing(Entry::rank)
                    .thenComparing(Entry::id, Comparator.reverseOrder());

    /** @param at by the clock that never runs back */
    private record Gone(long at, Duration patience) {}

    private final List<Entry<PaymentMethod>> methods = new CopyOnWriteArrayList<>();
    private final List<Entry<ProductLabelFilter>> filters = new CopyOnWriteArrayList<>();
    private final List<Entry<SelfTest>> tests = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, Duration>> returned = new CopyOnWriteArrayList<>();
    private final Map<String, Gone> gone = new ConcurrentHashMap<>();
    private final Object arrival = new Object();
    private final Gone beforeStart;

    /** @param settling how long after the start a method that has not been seen yet may still come */
    public Methods(Duration settling) {
        this.beforeStart = new Gone(System.nanoTime(), settling);
    }

    /** Running the result takes it away again. */
    public Runnable add(String id, PaymentMethod method, Rank rank) {
        if (!id.equals(method.info().id())) {
            throw new IllegalArgumentException(
                    "Two ids of one method: " + id + ", " + method.info().id());
        }
        Optional<Gone> last = Optional.ofNullable(gone.get(id)).filter(away -> find(id).isEmpty());
        Runnable leave = add(methods, new Entry<>(id, method, rank));
        last.map(away -> Duration.ofNanos(System.nanoTime() - away.at()))
                .ifPresent(absence -> returned.forEach(listener -> listener.accept(id, absence)));
        Duration patience = method.info().patience();
        return () -> {
            gone.put(id, new Gone(System.nanoTime(), patience));
            leave.run();
        };
    }

    public Runnable add(String id, ProductLabelFilter filter, Rank rank) {
        return add(filters, new Entry<>(id, filter, rank));
    }

    public Runnable add(String id, SelfTest test, Rank rank) {
        return add(tests, new Entry<>(id, test, rank));
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** @param listener told how long a method was away that is there again */
    public void onReturn(BiConsumer<String, Duration> listener) {
        returned.add(listener);
    }

    public Optional<Offered> find(String id) {
        return best(methods, id).map(entry -> offered(entry));
    }

    /** What each limited method may pay of a cart: the others keep away from those lines where they can. */
    public List<Set<Integer>> limits(Cart cart) {
        return all().stream()
                .map(offered -> offered.only(cart))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Who looks after a payment that is in the books, now: its own method; while that may be being replaced, nobody; and when it
     * stays away, the highest ranking of those that speak its scheme, by id where they rank alike. An own method that speaks another
     * scheme by now comes last: it says in its own words that it cannot.
     */
    public Optional<Offered> find(Origin origin) {
        Optional<Offered> own = find(origin.method());
        boolean strange = own.isPresent() && isStrange(own.get(), origin);
        if (own.isPresent() && !strange || own.isEmpty() && isExpected(origin.method())) {
            return own;
        }
        return substitute(origin, "").or(() -> own);
    }

    /** Whether a method that is not there may be being replaced: it is waited for, and nobody takes its place yet. */
    public boolean isExpected(Origin origin) {
        return find(origin.method()).isEmpty() && isExpected(origin.method());
    }

    /** Whether nobody is here who looks after a payment, and nobody is expected. */
    public boolean isGone(Origin origin) {
        return find(origin).isEmpty() && !isExpected(origin);
    }

    /** Who would look after a payment if no method had that id. */
    public Optional<Offered> findWithout(String id, Origin origin) {
        return find(origin.method())
                .filter(own -> !own.info().id().equals(id) && !isStrange(own, origin))
                .or(() -> substitute(origin, id));
    }

    private static boolean isStrange(Offered own, Origin origin) {
        return own.info().scheme().isPresent()
                && origin.scheme().map(scheme -> !own.info().speaks(scheme)).orElse(false);
    }

    private Optional<Offered> substitute(Origin origin, String except) {
        return origin.scheme()
                .flatMap(scheme -> methods.stream()
                        .filter(entry -> !entry.id().equals(except))
                        .filter(entry ->
                                best(methods, entry.id()).filter(entry::equals).isPresent())
                        .filter(entry -> entry.service().info().speaks(scheme))
                        .max(BY_RANK_THEN_ID))
                .map(this::offered);
    }

    private boolean isExpected(String id) {
        Gone last = gone.getOrDefault(id, beforeStart);
        return System.nanoTime() - last.at() < last.patience().toNanos();
    }

    public List<Offered> all() {
        TreeSet<String> ids = new TreeSet<>();
        methods.forEach(entry -> ids.add(entry.id()));
        List<Offered> all = new ArrayList<>();
        ids.forEach(id -> find(id).ifPresent(all::add));
        return all;
    }

    public Optional<SelfTest> selfTest(String id) {
        return best(tests, id).map(Entry::service);
    }

    /**
     * Waits for a method that may be being replaced, until it has been gone for that long, or for the patience it declared: so
     * long it may take to let the calls inside it finish. Nobody waits for one that has never been there, or not for a while.
     */
    public Optional<Offered> await(String id, Duration patience) {
        Gone last = gone.get(id);
        long deadline = last == null
                ? System.nanoTime()
                : last.at() + Math.max(patience.toNanos(), last.patience().toNanos());
        synchronized (arrival) {
            Optional<Offered> found = find(id);
            long left = deadline - System.nanoTime();
            while (found.isEmpty() && left > 0) {
                try {
                    arrival.wait(left / 1_000_000 + 1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
                found = find(id);
                left = deadline - System.nanoTime();
            }
            return found;
        }
    }

    /** As {@link #await(String, Duration)} for the own method; when that stays away, whoever looks after the payment then. */
    public Optional<Offered> await(Origin origin, Duration patience) {
        Optional<Offered> now = find(origin);
        if (now.isPresent()) {
            return now;
        }
        await(origin.method(), patience);
        return find(origin);
    }

    private Offered offered(Entry<PaymentMethod> entry) {
        MethodInfo info = entry.service().info();
        return new Offered(
                entry.service(),
                info,
                entry.rank().version(),
                best(filters, entry.id()).map(Entry::service));
    }

    private static <T> Optional<Entry<T>> best(List<Entry<T>> entries, String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).max(Comparator.comparing(Entry::rank));
    }

    private <T> Runnable add(List<Entry<T>> entries, Entry<T> entry) {
        entries.add(entry);
        changed();
        return () -> {
            entries.remove(entry);
            changed();
        };
    }

    private void changed() {
        synchronized (arrival) {
            arrival.notifyAll();
        }
        listeners.forEach(Runnable::run);
    }
}
