package io.kassa.smartum.sandbox.books;

import java.time.Instant;
import java.util.List;

/**
 * A payment as it stands now.
 *
 * @param receipt text of the receipt's code, as the app shows it; never in {@link #toString()}
 */
public record Payment(String id, Order order, String receipt, boolean cancelled, List<Refund> refunds) {

    public long cents() {
        return order.cents();
    }

    public Instant at() {
        return order.at();
    }

    /** Cents that have gone back; a cancelled payment went back whole. */
    public long refundedCents() {
        return cancelled ? cents() : refunds.stream().mapToLong(Refund::cents).sum();
    }

    public State state() {
        if (cancelled) {
            return State.CANCELLED;
        }
        return refundedCents() == cents() ? State.REFUNDED : State.PAID;
    }

    /** What the API says of a payment; partly refunded ones are still paid. */
    public enum State {
        PAID,
        CANCELLED,
        REFUNDED
    }

    Payment with(Refund refund) {
        List<Refund> more = new java.util.ArrayList<>(refunds);
        more.add(refund);
        return new Payment(id, order, receipt, cancelled, List.copyOf(more));
    }

    Payment cancel() {
        return new Payment(id, order, receipt, true, refunds);
    }

    @Override
    public String toString() {
        return "Payment[" + id + ", " + order + ", " + state() + ", refunded " + refundedCents() + "]";
    }
}
