package io.kassa.smartum.sandbox.receipt;

import io.kassa.smartum.sandbox.books.Order;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a receipt says, in the words of a contract. */
final class Claims {
    private final Contract contract;

    Claims(Contract contract) {
        this.contract = contract;
    }

    /** The claims of a paid order; the map is the caller's to change. */
    Map<String, Object> of(String transaction, Order order) {
        Map<String, Object> claims = new LinkedHashMap<>();
        set(claims, Term.CLAIM_TRANSACTION, transaction);
        set(claims, Term.CLAIM_VENUE, order.venue());
        set(claims, Term.CLAIM_AMOUNT, order.cents());
        set(claims, Term.CLAIM_BENEFIT, order.benefit());
        time(claims, Term.CLAIM_ISSUED_AT, order.at());
        set(claims, Term.CLAIM_CURRENCY, "EUR");
        set(claims, Term.CLAIM_STATUS, contract.word(Term.STATUS_PAID));
        if (order.cardCents() > 0) {
            set(claims, Term.CLAIM_CARD_AMOUNT, order.cardCents());
        }
        return claims;
    }

    void set(Map<String, Object> claims, Term claim, Object value) {
        claims.put(contract.word(claim), value);
    }

    void time(Map<String, Object> claims, Term claim, Instant at) {
        set(claims, claim, at.getEpochSecond());
    }

    String word(Term term) {
        return contract.word(term);
    }
}
