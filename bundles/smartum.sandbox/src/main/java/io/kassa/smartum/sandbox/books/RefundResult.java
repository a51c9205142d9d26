package io.kassa.smartum.sandbox.books;

/** How a wish to refund ended. */
public sealed interface RefundResult {
    record Made(Refund refund) implements RefundResult {}

    record Refused(Why why) implements RefundResult {}

    /** Why not. */
    enum Why {
        UNKNOWN_TRANSACTION,
        IDEMPOTENCY_CONFLICT,
        REFUND_WINDOW_CLOSED,
        AMOUNT_EXCEEDS_PAYMENT,
        ALREADY_REFUNDED,
        WRONG_VENUE
    }
}
