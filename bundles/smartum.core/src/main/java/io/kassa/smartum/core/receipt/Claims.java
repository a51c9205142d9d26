package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.Unfit;
import java.time.Instant;
import java.util.Optional;

/** What a signed receipt says, in its proper types. Times are whole seconds since 1970, amounts euro cents. */
record Claims(
        TransactionId transaction,
        String venue,
        String benefit,
        long cents,
        long byCard,
        Instant issuedAt,
        Optional<Instant> notBefore,
        Optional<Instant> expiresAt,
        Optional<String> currency,
        Optional<String> status) {

    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;

    static Claims read(Contract contract, JsonObject payload) throws Unfit {
        String id = payload.string(contract.get(Term.CLAIM_TRANSACTION));
        return new Claims(
                TransactionId.parse(contract, id).orElseThrow(() -> new Unfit("not a transaction id")),
                payload.string(contract.get(Term.CLAIM_VENUE)),
                payload.string(contract.get(Term.CLAIM_BENEFIT)),
                payload.integer(contract.get(Term.CLAIM_AMOUNT)),
                payload.optionalInteger(contract.get(Term.CLAIM_CARD_AMOUNT)).orElse(0L),
                time(payload.integer(contract.get(Term.CLAIM_ISSUED_AT))),
                optionalTime(payload, contract.get(Term.CLAIM_NOT_BEFORE)),
                optionalTime(payload, contract.get(Term.CLAIM_EXPIRES_AT)),
                payload.optionalString(contract.get(Term.CLAIM_CURRENCY)),
                payload.optionalString(contract.get(Term.CLAIM_STATUS)));
    }

    private static Optional<Instant> optionalTime(JsonObject payload, String name) throws Unfit {
        Optional<Long> seconds = payload.optionalInteger(name);
        return seconds.isPresent() ? Optional.of(time(seconds.get())) : Optional.empty();
    }

    private static Instant time(long seconds) throws Unfit {
        if (seconds < 0 || seconds > LAST_SECOND_OF_9999) {
            throw new Unfit("not a time");
        }
        return Instant.ofEpochSecond(seconds);
    }
}
