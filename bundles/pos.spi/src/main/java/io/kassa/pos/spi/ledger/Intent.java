package io.kassa.pos.spi.ledger;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The answer to opening a refund intent. */
public sealed interface Intent {

    /**
     * The intent is this attempt's, and on disk.
     *
     * @param openedAt when it was opened first
     * @param sentAt when its request was last sent (rule L10); empty while that was not written down
     * @param seen the facts that were stored when it was opened first
     * @param again whether it had been opened before: the request may have been sent already
     */
    record Open(
            PaymentReference reference,
            Instant openedAt,
            Optional<Instant> sentAt,
            Map<String, String> seen,
            boolean again)
            implements Intent {
        public Open {
            seen = Map.copyOf(seen);
        }
    }

    /** Another attempt refunds that payment at this moment, or its end is not known yet. */
    record Busy(SaleId sale, AttemptId attempt, Instant since) implements Intent {}
}
