package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.TransactionId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A receipt whose signature and content were checked. Only {@link ReceiptReader} can make one. */
public final class VerifiedReceipt implements Reading {
    private final TransactionId transaction;
    private final String venue;
    private final String benefit;
    private final long cents;
    private final Instant issuedAt;
    private final Set<Doubt> doubts;

    VerifiedReceipt(
            TransactionId transaction, String venue, String benefit, long cents, Instant issuedAt, Set<Doubt> doubts) {
        this.transaction = transaction;
        this.venue = venue;
        this.benefit = benefit;
        this.cents = cents;
        this.issuedAt = issuedAt;
        this.doubts = doubts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(doubts));
    }

    /** What a receipt is remembered by. Never by its text: a signature has a second valid form. */
    public TransactionId transaction() {
        return transaction;
    }

    public String venue() {
        return venue;
    }

    public String benefit() {
        return benefit;
    }

    /** The amount in euro cents, above zero. */
    public long cents() {
        return cents;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Set<Doubt> doubts() {
        return doubts;
    }

    @Override
    public String toString() {
        return "VerifiedReceipt[" + transaction + ", " + cents + " cents, doubts " + doubts + "]";
    }
}
