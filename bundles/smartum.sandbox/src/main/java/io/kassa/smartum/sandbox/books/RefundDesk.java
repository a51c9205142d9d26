package io.kassa.smartum.sandbox.books;

import io.kassa.smartum.sandbox.books.RefundResult.Made;
import io.kassa.smartum.sandbox.books.RefundResult.Refused;
import io.kassa.smartum.sandbox.books.RefundResult.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Judges refunds, and remembers what was answered under which idempotency key. */
final class RefundDesk {
    private final Duration keyLifetime;
    private final String refundPrefix;
    private final Map<String, Answered> answers = new HashMap<>();

    private record Answered(String payment, long cents, Instant at, RefundResult result) {}

    RefundDesk(Duration keyLifetime, String refundPrefix) {
        this.keyLifetime = keyLifetime;
        this.refundPrefix = refundPrefix;
    }

    /** What the key was answered before, or the conflict if it stood for something else. */
    Optional<RefundResult> answered(RefundWish wish, Instant now) {
        Answered before = answers.get(wish.key());
        if (before == null || before.at().plus(keyLifetime).isBefore(now)) {
            return Optional.empty();
        }
        boolean same = before.payment().equals(wish.payment()) && before.cents() == wish.cents();
        return Optional.of(same ? before.result() : new Refused(Why.IDEMPOTENCY_CONFLICT));
    }

    RefundResult judge(
            RefundWish wish,
            Optional<Payment> found,
            Predicate<String> mayRefundFor,
            RefundWindow window,
            Instant now,
            Ids ids) {
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN_TRANSACTION);
        }
        Payment payment = found.get();
        if (!mayRefundFor.test(payment.order().venue())) {
            return new Refused(Why.WRONG_VENUE);
        }
        if (payment.refundedCents() >= payment.cents()) {
            return new Refused(Why.ALREADY_REFUNDED);
        }
        if (!window.open(payment.at(), now)) {
            return new Refused(Why.REFUND_WINDOW_CLOSED);
        }
        if (wish.cents() > payment.cents() - payment.refundedCents()) {
            return new Refused(Why.AMOUNT_EXCEEDS_PAYMENT);
        }
        return new Made(new Refund(ids.id(refundPrefix), payment.id(), wish.cents(), now));
    }

    Event event(RefundWish wish, RefundResult result, Instant now) {
        if (result instanceof Made made) {
            return new Event.Refunded(made.refund(), wish.key());
        }
        return new Event.RefundRefused(wish.payment(), wish.cents(), ((Refused) result).why(), now, wish.key());
    }

    void remember(Event.Refunded event) {
        Refund refund = event.refund();
        keep(event.key(), new Answered(refund.payment(), refund.cents(), refund.at(), new Made(refund)));
    }

    void remember(Event.RefundRefused event) {
        keep(event.key(), new Answered(event.payment(), event.cents(), event.at(), new Refused(event.why())));
    }

    private void keep(String key, Answered answer) {
        if (!key.isEmpty()) {
            answers.put(key, answer);
        }
    }
}
