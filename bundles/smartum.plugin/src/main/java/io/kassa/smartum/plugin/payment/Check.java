package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.Doubt;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What came of looking at a scanned code. */
sealed interface Check {

    /** Money that this shop received: from a verified receipt, or confirmed by the provider. */
    record Good(
            Optional<TransactionId> transaction,
            long cents,
            Optional<Instant> paidAt,
            Evidence evidence,
            Set<Doubt> doubts)
            implements Check {}

    record Bad(Guidance guidance) implements Check {}
}
