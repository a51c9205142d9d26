package io.kassa.pos.spi.ledger;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;

/** The answer to a claim. */
public sealed interface Claim {

    /** The reference is this attempt's. */
    record Granted() implements Claim {}

    /** Another attempt has it: for which sale, and since when. */
    record Held(SaleId sale, AttemptId attempt, Instant since) implements Claim {}
}
