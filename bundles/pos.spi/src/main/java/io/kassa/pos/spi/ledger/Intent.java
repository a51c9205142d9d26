package io.kassa.pos.spi.ledger;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.Map;

/** The answer to opening a refund intent. */
public sealed interface Intent {

    /**
     * The intent is this attempt's, and on disk.
     *
     * @param openedAt when it was opened first
     * @param seen the facts that were stored when it was opened first
     * @param again whether it had been opened before: the request may have been sent already
     */
    record Open(PaymentReference reference, Instant openedAt, Map<String, String> seen, boolean again)
            implements Intent {
        public Open {
            seen = Map.copyOf(seen);
        }
    }

    /** Another attempt refunds that payment at this moment, or its end is not known yet. */
    record Busy(SaleId sale, AttemptId attempt, Instant since) implements Intent {}
}
