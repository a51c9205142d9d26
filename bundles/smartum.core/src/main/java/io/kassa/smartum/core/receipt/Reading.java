package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.TransactionId;
import java.util.Optional;

/** What a scanned text turned out to be. */
public sealed interface Reading permits VerifiedReceipt, Reading.BareTransactionId, Reading.Refused {

    /** Only the name of a payment: nothing is proved until the provider confirms it. */
    record BareTransactionId(TransactionId id) implements Reading {}

    /**
     * Not accepted.
     *
     * @param found what a genuine receipt says instead (its venue, benefit or currency), where that explains the refusal
     */
    record Refused(Refusal reason, Optional<String> found) implements Reading {
        static Refused because(Refusal reason) {
            return new Refused(reason, Optional.empty());
        }
    }
}
