package io.kassa.pos.spi.ledger;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.Map;

/**
 * A refund whose end is not known yet: its request may have been sent.
 *
 * @param reference the payment that it undoes
 * @param attempt the attempt that opened it, on whichever host
 * @param openedAt when it was opened first
 * @param seen the facts that were stored then
 */
public record OpenIntent(
        PaymentReference reference, AttemptId attempt, SaleId sale, Instant openedAt, Map<String, String> seen) {
    public OpenIntent {
        seen = Map.copyOf(seen);
    }
}
