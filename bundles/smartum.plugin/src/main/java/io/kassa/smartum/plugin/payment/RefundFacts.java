package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.smartum.core.api.Transaction;
import java.util.Map;
import java.util.Optional;

/** What is written with an intent: how much of the payment the provider had refunded before this refund was sent. */
final class RefundFacts {
    private static final String REFUNDED_BEFORE = "refunded-before";

    private RefundFacts() {}

    static Map<String, String> seen(Transaction transaction) {
        return Map.of(REFUNDED_BEFORE, Long.toString(transaction.refunded()));
    }

    /** In cents; nothing where the provider offers no look-up. */
    static Optional<Long> refundedBefore(Intent.Open intent) {
        return Optional.ofNullable(intent.seen().get(REFUNDED_BEFORE)).map(Long::valueOf);
    }
}
