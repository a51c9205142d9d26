package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.TransactionId;
import java.util.List;
import java.util.Optional;

/** What a scanned text turned out to be. */
public sealed interface Reading permits VerifiedReceipt, Reading.BareTransactionId, Reading.Refused {

    /**
     * Only the name of a payment: nothing is proved until the provider confirms it.
     *
     * @param spellings one, where the text has the form of an id as it came; else up to four that a scanner may have meant which
     *     types as on another keyboard, each once, in the order in which keyboards are tried: no signature tells which it is.
     *     A text with more of them is refused
     */
    record BareTransactionId(List<TransactionId> spellings) implements Reading {
        public static final int MOST_SPELLINGS = 4;

        public BareTransactionId {
            spellings = List.copyOf(spellings);
            if (spellings.isEmpty() || spellings.size() > MOST_SPELLINGS) {
                throw new IllegalArgumentException("one to four spellings");
            }
        }
    }

    /**
     * Not accepted.
     *
     * @param found what a genuine receipt says instead (its venue, benefit or currency), where that explains the refusal, or the
     *     name of the other wallet from a list of our own: never what stands in a code that nobody signed
     */
    record Refused(Refusal reason, Optional<String> found) implements Reading {
        static Refused because(Refusal reason) {
            return new Refused(reason, Optional.empty());
        }
    }
}
