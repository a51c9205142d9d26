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
import java.util.Map;

/** What it means to people that a refund was refused, or not even asked for. */
final class RefundReasons {
    private static final Map<Rejection, Reason> REFUSALS = Map.of(
            Rejection.UNKNOWN_TRANSACTION, Reason.REFUND_PAYMENT_UNKNOWN,
            Rejection.WINDOW_CLOSED, Reason.REFUND_CLOSED_BY_PROVIDER,
            Rejection.AMOUNT_EXCEEDS_PAYMENT, Reason.REFUND_TOO_MUCH,
            Rejection.ALREADY_REFUNDED, Reason.REFUND_NOTHING_LEFT,
            Rejection.WRONG_VENUE, Reason.REFUND_WRONG_VENUE,
            Rejection.UNAUTHORIZED, Reason.REFUND_UNAUTHORIZED);

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
        if (obstacle == Obstacle.CREDENTIALS_REFUSED) {
            return Reason.REFUND_UNAUTHORIZED;
        }
        return obstacle == Obstacle.NO_SECRET ? Reason.REFUND_NO_SECRET : Reason.REFUND_UNANSWERED;
    }

    static Reason of(Smartum smartum, RecordedPayment payment, Rejection rejection) {
        return smartum.mayBeKept(payment, rejection)
                ? Reason.REFUND_WRONG_VENUE
                : REFUSALS.getOrDefault(rejection, Reason.REFUND_REFUSED);
    }
}
