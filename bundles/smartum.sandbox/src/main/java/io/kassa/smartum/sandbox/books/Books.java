package io.kassa.smartum.sandbox.books;

import io.kassa.smartum.sandbox.books.NotPossible.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Smartum's books: who has how much, who paid what, what went back. Every change is in the journal before it is true. */
public final class Books {
    private final Journal journal;
    private final Clock clock;
    private final Ids ids;
    private final String paymentPrefix;
    private final RefundDesk desk;
    private final Map<String, Long> balances = new TreeMap<>(City.BALANCES);
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private RefundWindow window = RefundWindow.SAME_DAY;

    public Books(Journal journal, Clock clock, Ids ids, Prefixes prefixes, Duration keyLifetime) {
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.paymentPrefix = prefixes.payment();
        this.desk = new RefundDesk(keyLifetime, prefixes.refund());
        journal.read().forEach(this::apply);
    }

    /** How identifiers begin. */
    public record Prefixes(String payment, String refund) {}

    /** Called after every change, in the thread that made it and outside of any lock. */
    public void onChange(Consumer<Event> listener) {
        listeners.add(listener);
    }

    public List<Venue> venues() {
        return City.VENUES;
    }

    public Optional<Venue> venue(String id) {
        return City.VENUES.stream().filter(venue -> venue.id().equals(id)).findFirst();
    }

    /** The customer's money, in cents by benefit. */
    public synchronized Map<String, Long> balances() {
        return new TreeMap<>(balances);
    }

    /** Newest last. */
    public synchronized List<Payment> payments() {
        return new ArrayList<>(payments.values());
    }

    public synchronized Optional<Payment> payment(String id) {
        return Optional.ofNullable(payments.get(id));
    }

    public synchronized RefundWindow window() {
        return window;
    }

    public void window(RefundWindow wanted) {
        record(new Event.WindowSet(wanted));
    }

    public void topUp(String benefit, long cents) {
        if (cents <= 0) {
            throw new NotPossible(Why.NO_AMOUNT);
        }
        record(new Event.ToppedUp(benefit, cents));
    }

    /** Pays, and keeps the receipt that {@code sign} makes for the new payment's id. */
    public Payment pay(Order order, UnaryOperator<String> sign) {
        Payment paid;
        Event.Paid event;
        synchronized (this) {
            check(order);
            String id = ids.id(paymentPrefix);
            event = new Event.Paid(id, order, sign.apply(id));
            commit(event);
            paid = payments.get(id);
        }
        tell(event);
        return paid;
    }

    /** The venue undoes a payment, as its partner page allows; throws {@link NotPossible} when it is not paid any more. */
    public void cancel(String payment) {
        Event.Cancelled event = new Event.Cancelled(payment);
        synchronized (this) {
            if (payment(payment).map(Payment::refundedCents).orElse(1L) != 0) {
                throw new NotPossible(Why.NOT_PAID_ANY_MORE);
            }
            commit(event);
        }
        tell(event);
    }

    /** A refund through the API, for the venues of the API's client. */
    public RefundResult refund(RefundWish wish) {
        Event event;
        RefundResult result;
        synchronized (this) {
            Instant now = clock.instant();
            Optional<RefundResult> before = wish.ignoreKey() ? Optional.empty() : desk.answered(wish, now);
            if (before.isPresent()) {
                return before.get();
            }
            result = desk.judge(wish, payment(wish.payment()), this::ours, window, now, ids);
            event = desk.event(wish, result, now);
            commit(event);
        }
        tell(event);
        return result;
    }

    /** A refund by the provider's own customer service: no window, no venue, no key; capped at what was paid. */
    public RefundResult refundByService(String payment, long cents) {
        Event event;
        RefundResult result;
        synchronized (this) {
            Instant now = clock.instant();
            RefundWish wish = new RefundWish(payment, cents, "", true);
            result = desk.judge(wish, payment(payment), any -> true, RefundWindow.ALWAYS, now, ids);
            event = desk.event(wish, result, now);
            commit(event);
        }
        tell(event);
        return result;
    }

    private boolean ours(String venue) {
        return venue(venue).map(Venue::ours).orElse(false);
    }

    private void check(Order order) {
        Venue venue = venue(order.venue()).orElseThrow(() -> new NotPossible(Why.NO_SUCH_VENUE));
        if (order.cents() <= 0 || order.cardCents() < 0 || order.cardCents() > order.cents()) {
            throw new NotPossible(Why.NO_AMOUNT);
        }
        if (order.payer() == Payer.STRANGER) {
            return;
        }
        if (!venue.benefits().contains(order.benefit())) {
            throw new NotPossible(Why.BENEFIT_NOT_TAKEN);
        }
        if (balances.getOrDefault(order.benefit(), 0L) < order.cents() - order.cardCents()) {
            throw new NotPossible(Why.NOT_ENOUGH);
        }
    }

    private void record(Event event) {
        synchronized (this) {
            commit(event);
        }
        tell(event);
    }

    private void commit(Event event) {
        journal.append(event);
        apply(event);
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void apply(Event event) {
        if (event instanceof Event.ToppedUp topUp) {
            balances.merge(topUp.benefit(), topUp.cents(), Math::addExact);
        } else if (event instanceof Event.Paid paid) {
            payments.put(paid.id(), new Payment(paid.id(), paid.order(), paid.receipt(), false, List.of()));
            move(paid.order(), paid.order().cardCents() - paid.order().cents());
        } else if (event instanceof Event.Cancelled cancelled) {
            Payment payment = payments.computeIfPresent(cancelled.payment(), (id, old) -> old.cancel());
            move(payment.order(), payment.cents() - payment.order().cardCents());
        } else if (event instanceof Event.Refunded refunded) {
            Refund refund = refunded.refund();
            Payment payment = payments.computeIfPresent(refund.payment(), (id, old) -> old.with(refund));
            move(payment.order(), refund.cents());
            desk.remember(refunded);
        } else if (event instanceof Event.RefundRefused refused) {
            desk.remember(refused);
        } else if (event instanceof Event.WindowSet set) {
            window = set.window();
        }
    }

    private void move(Order order, long cents) {
        if (order.payer() == Payer.CUSTOMER) {
            balances.merge(order.benefit(), cents, Math::addExact);
        }
    }
}
