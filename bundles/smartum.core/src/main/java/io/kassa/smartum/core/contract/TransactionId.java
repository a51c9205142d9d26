package io.kassa.smartum.core.contract;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The provider's name for one payment, for example {@code tx_R60D21hL60bj5N1v}. Whatever the contract's pattern says, it is
 * short and needs no escaping in a path.
 */
public record TransactionId(String value) {
    private static final Pattern SAFE = Pattern.compile("[0-9A-Za-z_-]{1,100}");

    public TransactionId {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a transaction id");
        }
    }

    /** The id that a text is, or nothing if the text does not have its form. */
    public static Optional<TransactionId> parse(Contract contract, String text) {
        boolean fits = SAFE.matcher(text).matches() && text.matches(contract.get(Term.ID_TRANSACTION));
        return fits ? Optional.of(new TransactionId(text)) : Optional.empty();
    }

    /** An id that was accepted before, perhaps under another contract. */
    public static Optional<TransactionId> recorded(String text) {
        return SAFE.matcher(text).matches() ? Optional.of(new TransactionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
