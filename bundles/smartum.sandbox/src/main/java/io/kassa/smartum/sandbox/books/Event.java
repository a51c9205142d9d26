package io.kassa.smartum.sandbox.books;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What happened, one line of the journal each. The books are what all of them add up to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.ToppedUp.class, name = "topped-up"),
    @JsonSubTypes.Type(value = Event.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = Event.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Event.Refunded.class, name = "refunded"),
    @JsonSubTypes.Type(value = Event.RefundRefused.class, name = "refund-refused"),
    @JsonSubTypes.Type(value = Event.WindowSet.class, name = "window-set")
})
public sealed interface Event {
    record ToppedUp(String benefit, long cents) implements Event {}

    record Paid(String id, Order order, String receipt) implements Event {
        @Override
        public String toString() {
            return "Paid[" + id + ", " + order + "]";
        }
    }

    record Cancelled(String payment) implements Event {}

    /** {@code key} is empty for a refund that did not come through the API. */
    record Refunded(Refund refund, String key) implements Event {}

    /** Kept because the same key must get the same answer again. */
    record RefundRefused(String payment, long cents, RefundResult.Why why, Instant at, String key) implements Event {}

    record WindowSet(RefundWindow window) implements Event {}
}
