package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Obstacle;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.plugin.text.Reason;

/** What it means to people that a refund was refused, or not even asked for. */
final class RefundReasons {
    private RefundReasons() {}

    /** Why nothing is sent after a look-up that was not answered as it should. */
    static Reason ofLookUp(Smartum smartum, RecordedPayment payment, ApiResult<Transaction> answer) {
        if (answer instanceof Refused<Transaction> refused) {
            return of(smartum, payment, refused.rejection());
        }
        return answer instanceof NotSent<Transaction> not ? of(not.obstacle()) : Reason.REFUND_UNANSWERED;
    }

    /** Why a typed id is not taken that names another payment, of the same sale or of another one. */
    static Guidance used(Smartum smartum, RefundRequest request, Claim.Held held) {
        Reason reason = held.sale().equals(request.sale()) ? Reason.REFUND_ID_USED_HERE : Reason.REFUND_ID_USED;
        return smartum.say().because(reason, held.sale(), held.since());
    }

    static Reason of(Obstacle obstacle) {
        return switch (obstacle) {
            case CREDENTIALS_REFUSED -> Reason.REFUND_UNAUTHORIZED;
            case NO_SECRET -> Reason.REFUND_NO_SECRET;
            case CONNECTION_REFUSED, HOST_UNKNOWN, CONNECT_TIMEOUT, NO_TOKEN -> Reason.REFUND_UNANSWERED;
        };
    }

    static Reason of(Smartum smartum, RecordedPayment payment, Rejection rejection) {
        return smartum.mayBeKept(payment, rejection) ? Reason.REFUND_WRONG_VENUE : of(rejection);
    }

    private static Reason of(Rejection rejection) {
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
