package io.kassa.smartum.plugin.payment;

import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.Reading;
import io.kassa.smartum.core.receipt.VerifiedReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The payment that a bare id names, and what the provider says of it. */
record Named(TransactionId id, ApiResult<Transaction> answer) {

    /**
     * Looks every spelling of an id up. The one that the provider has for the venue is meant; if it has none, one that it has
     * for another venue, else the first. A spelling that the provider says nothing of might be the one: then no other is.
     *
     * @param spellings one or more, from what the reader of receipts found
     * @return empty if the provider has two of them for the venue
     */
    static Optional<Named> lookUp(Smartum smartum, List<TransactionId> spellings, String venue) {
        List<Named> all = new ArrayList<>();
        for (TransactionId id : spellings) {
            Named named = new Named(
                    id, smartum.api().lookUp(id, smartum.settings().timing().exchange()));
            if (!named.isKnown() && !named.isDenied()) {
                return Optional.of(named);
            }
            all.add(named);
        }
        List<Named> here = all.stream().filter(named -> named.isAt(venue)).toList();
        if (here.isEmpty()) {
            return all.stream().filter(Named::isSomewhere).findFirst().or(() -> Optional.of(all.get(0)));
        }
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    /** What a text that was typed or scanned may mean: a receipt says it by its signature. Empty if it is neither of them. */
    static List<TransactionId> spellings(Reading reading) {
        if (reading instanceof VerifiedReceipt receipt) {
            return List.of(receipt.transaction());
        }
        return reading instanceof Reading.BareTransactionId bare ? bare.spellings() : List.of();
    }

    private boolean isKnown() {
        return answer instanceof Ok<Transaction>;
    }

    private boolean isDenied() {
        return is(Rejection.UNKNOWN_TRANSACTION) || is(Rejection.WRONG_VENUE);
    }

    private boolean isSomewhere() {
        return isKnown() || is(Rejection.WRONG_VENUE);
    }

    private boolean isAt(String venue) {
        return answer instanceof Ok<Transaction> ok && ok.value().venue().equals(venue);
    }

    private boolean is(Rejection rejection) {
        return answer instanceof Refused<Transaction> refused && refused.rejection() == rejection;
    }
}
