package io.kassa.pos.ledger;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.PaymentReference;

/** A claim on disk that has not been ended. */
public record StandingClaim(PaymentReference reference, Claim.Held holder) {}
