package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.ReceiptReader;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.util.Optional;

/** What paying, refunding and comparing have in common: one configuration at work. */
record Smartum(Settings settings, ReceiptReader reader, SmartumApi api, PaymentLedger ledger, Say say, Clock clock) {

    PaymentReference reference(TransactionId id) {
        return new PaymentReference(settings.scheme(), id.value());
    }

    /** Whoever has used a payment already, unless it was the attempt itself. */
    Optional<Claim.Held> usedBySomebodyElse(TransactionId id, AttemptId attempt) {
        return ledger.holder(reference(id)).filter(held -> !held.attempt().equals(attempt));
    }

    /** Whether another configuration took it, whose payments the provider may keep from this one. */
    boolean isOfAnotherVenue(RecordedPayment payment) {
        return !Particulars.of(payment, settings)
                .venue()
                .equals(settings.rules().venue());
    }

    /**
     * Whether a payment that the provider denies may be there all the same: nothing tells how it hides what is another venue's,
     * by saying so or by not knowing it.
     */
    boolean mayBeKept(RecordedPayment payment, Rejection rejection) {
        return isOfAnotherVenue(payment)
                && (rejection == Rejection.WRONG_VENUE || rejection == Rejection.UNKNOWN_TRANSACTION);
    }

    static boolean isEuro(Money money) {
        return money.currency().equals(Money.EURO);
    }
}
