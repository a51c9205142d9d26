package io.kassa.pos.ledger;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The memory of what was used, with the host's side of it.
 *
 * <p>A claim that a plug-in was granted is <em>reserved</em> in memory, which costs no disk write. The host {@link #settle}s it
 * in the transaction that stores the outcome, and {@link #release}s the reservation once it knows how that transaction ended, or
 * when the attempt ended without having paid:
 *
 * <pre>{@code
 * Settlement settlement = books.write(tx -> {
 *     Settlement claims = this.claims.settle(tx, attempt, sale, paid.reference());
 *     if (claims instanceof Settlement.Settled) { store the outcome }
 *     return claims;
 * });
 * claims.release(attempt);   // not after CommitUnknownException: read again first
 * }</pre>
 *
 * <p>Reservations end with this service. An attempt that was under way is replayed by the host and claims again; if it settles
 * without, the database decides, because the host names the reference it settles.
 */
@ProviderType
public interface Claims extends PaymentLedger {

    /**
     * Writes the claims reserved for an attempt, and the one it paid with, in the transaction that stores its outcome.
     *
     * @param paid the reference in the outcome; empty where it has none
     */
    Settlement settle(Transaction transaction, AttemptId attempt, SaleId sale, Optional<PaymentReference> paid);

    /** Forgets what is reserved in memory for an attempt. What is on disk stays. Harmless to repeat. */
    void release(AttemptId attempt);

    /**
     * Ends the claim that an attempt has on a reference, so that another sale can use it: the same receipt is to work in the
     * next sale after its sale was cancelled. Settling another attempt in the same transaction moves the claim.
     *
     * @return whether that attempt had the claim
     */
    boolean free(Transaction transaction, PaymentReference reference, AttemptId holder);

    /** Who has a reference on disk, as this transaction sees it; what is only reserved is nobody's yet. */
    Optional<Claim.Held> holder(Transaction transaction, PaymentReference reference);

    /**
     * Closes the refund intent of an attempt, in the transaction that stores its known outcome (rule L8).
     *
     * @return whether it was open
     */
    boolean closeIntent(Transaction transaction, AttemptId attempt);

    /** The sale from which a payment is being refunded; present while that refund's outcome is not known. */
    Optional<SaleId> refundedFrom(Transaction transaction, PaymentReference reference);

    /** The attempts whose intents wait for a known outcome, oldest first: what a host has to recover after a crash. */
    List<AttemptId> attemptsToRecover(Transaction transaction);
}
