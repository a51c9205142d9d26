package io.kassa.pos.spi.tck;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Optional;

/**
 * One ledger on the test bench, with the host's side of it: what becomes of a claim or an intent when an attempt ends. Made
 * anew for each test, with nothing in its books.
 */
public interface LedgerBench extends AutoCloseable {

    PaymentLedger ledger();

    /** The host begins an attempt to pay, before anything is claimed for it. */
    default void beginsPayment(AttemptId attempt, SaleId sale) {}

    /** The host begins an attempt to refund, before anything is intended for it. */
    default void beginsRefund(AttemptId attempt, SaleId sale) {}

    /**
     * The host stores that an attempt ended {@code Paid} with that reference, in one commit with its claim.
     *
     * @return false when another host was first, so that the outcome does not stand
     */
    boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference);

    /** The host stores that an attempt to pay ended, and not {@code Paid}. */
    void unpaid(AttemptId attempt);

    /** The host stores that an attempt to refund ended {@code Unknown}. */
    default void refundUnknown(AttemptId attempt) {}

    /** The host stores that an attempt to refund ended, and not {@code Unknown}. */
    void refundKnown(AttemptId attempt);

    /** Another host on the same books, closed by its caller; empty where the ledger serves one host only. */
    default Optional<LedgerBench> anotherHost() {
        return Optional.empty();
    }

    /**
     * The machine goes down at this moment without a word to the ledger, and comes up again.
     *
     * @return the ledger as it is then, closed by its caller; empty where that cannot be tried
     */
    default Optional<LedgerBench> afterACrash() {
        return Optional.empty();
    }

    /**
     * From now on the books can be neither read nor written.
     *
     * @return whether this bench can do that
     */
    default boolean breakBooks() {
        return false;
    }

    @Override
    default void close() {}
}
