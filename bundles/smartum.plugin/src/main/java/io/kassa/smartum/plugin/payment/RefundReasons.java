package io.kassa.smartum.plugin.payment;

import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.plugin.text.Reason;

/** What the provider's refusals of a refund mean to people. */
final class RefundReasons {
    private RefundReasons() {}

    static Reason of(Rejection rejection) {
        return switch (rejection) {
            case UNKNOWN_TRANSACTION -> Reason.REFUND_PAYMENT_UNKNOWN;
            case WINDOW_CLOSED -> Reason.REFUND_CLOSED_BY_PROVIDER;
            case AMOUNT_EXCEEDS_PAYMENT -> Reason.REFUND_TOO_MUCH;
            case ALREADY_REFUNDED -> Reason.REFUND_NOTHING_LEFT;
            case WRONG_VENUE -> Reason.REFUND_WRONG_VENUE;
            case UNAUTHORIZED -> Reason.REFUND_UNAUTHORIZED;
            case IDEMPOTENCY_CONFLICT, OTHER -> Reason.REFUND_REFUSED;
        };
    }
}
