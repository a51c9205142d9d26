package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.smartum.core.api.Transaction;
import java.util.Map;
import java.util.Optional;

/**
 * What is written with an intent: how much of the payment the provider had refunded before this refund was sent, and as which
 * client it is sent. A key is known to be remembered for that client only.
 */
final class RefundFacts {
    private static final String REFUNDED_BEFORE = "refunded-before";
    private static final String CLIENT = "client";

    private RefundFacts() {}

    static Map<String, String> seen(Transaction transaction, String client) {
        return Map.of(REFUNDED_BEFORE, Long.toString(transaction.refunded()), CLIENT, client);
    }

    /** Whether another configuration began it, which is a stranger to the provider. */
    static boolean isOfAnother(Intent.Open intent, String client) {
        return !intent.seen().getOrDefault(CLIENT, client).equals(client);
    }

    /** In cents; nothing where the provider offers no look-up. */
    static Optional<Long> refundedBefore(Intent.Open intent) {
        return refundedBefore(intent.seen());
    }

    static Optional<Long> refundedBefore(Map<String, String> seen) {
        return Optional.ofNullable(seen.get(REFUNDED_BEFORE)).map(Long::valueOf);
    }
}
