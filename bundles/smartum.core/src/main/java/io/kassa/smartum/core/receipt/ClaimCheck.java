package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.Unfit;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Judges the content of a receipt whose signature was right. */
final class ClaimCheck {
    /** How far the provider's clock may run ahead of the till's. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final int LONGEST_FINDING = 64;
    private static final String EURO = "EUR";

    private final Contract contract;
    private final ReceiptRules rules;

    ClaimCheck(Contract contract, ReceiptRules rules) {
        this.contract = contract;
        this.rules = rules;
    }

    Reading check(JsonObject payload, Instant asOf) {
        Claims claims;
        try {
            claims = Claims.read(contract, payload);
        } catch (Unfit e) {
            return Refused.because(Refusal.NOT_UNDERSTOOD);
        }
        Optional<Reading> refused = byState(claims)
                .or(() -> byParty(claims))
                .or(() -> byAmount(claims))
                .or(() -> byTime(claims, asOf));
        return refused.orElseGet(() -> new VerifiedReceipt(
                claims.transaction(),
                claims.venue(),
                claims.benefit(),
                claims.cents(),
                claims.issuedAt(),
                doubts(claims, asOf)));
    }

    private Optional<Reading> byState(Claims claims) {
        if (claims.status().isEmpty() || claims.status().get().equals(contract.get(Term.STATUS_PAID))) {
            return Optional.empty();
        }
        boolean refunded = claims.status().get().equals(contract.get(Term.STATUS_REFUNDED));
        return refuse(refunded ? Refusal.REFUNDED : Refusal.NOT_PAID);
    }

    private Optional<Reading> byParty(Claims claims) {
        if (!claims.venue().equals(rules.venue())) {
            return refuse(Refusal.OTHER_VENUE, claims.venue());
        }
        return claims.benefit().equals(rules.benefit())
                ? Optional.empty()
                : refuse(Refusal.OTHER_BENEFIT, claims.benefit());
    }

    private Optional<Reading> byAmount(Claims claims) {
        String currency = claims.currency().orElse(EURO);
        if (!currency.equals(EURO)) {
            return refuse(Refusal.OTHER_CURRENCY, currency);
        }
        if (claims.cents() <= 0) {
            return refuse(Refusal.NO_AMOUNT);
        }
        boolean inRange = claims.cents() <= rules.highestCents();
        boolean cardInRange = claims.byCard() >= 0 && claims.byCard() <= claims.cents();
        return inRange && cardInRange ? Optional.empty() : refuse(Refusal.AMOUNT_OUT_OF_RANGE);
    }

    private Optional<Reading> byTime(Claims claims, Instant asOf) {
        Instant latest = asOf.plus(LEEWAY);
        if (claims.issuedAt().isAfter(latest)) {
            return refuse(Refusal.FROM_FUTURE);
        }
        if (claims.notBefore().filter(latest::isBefore).isPresent()) {
            return refuse(Refusal.NOT_YET_VALID);
        }
        boolean expired = claims.expiresAt().filter(end -> !asOf.isBefore(end)).isPresent();
        return expired ? refuse(Refusal.EXPIRED) : Optional.empty();
    }

    private Set<Doubt> doubts(Claims claims, Instant asOf) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (claims.issuedAt().plus(rules.oldAfter()).isBefore(asOf)) {
            doubts.add(Doubt.OLD);
        }
        if (claims.byCard() > 0) {
            doubts.add(Doubt.PART_CARD);
        }
        return doubts;
    }

    private static Optional<Reading> refuse(Refusal reason) {
        return Optional.of(Refused.because(reason));
    }

    private static Optional<Reading> refuse(Refusal reason, String found) {
        boolean showable = found.length() <= LONGEST_FINDING && found.chars().allMatch(c -> c > ' ' && c < 127);
        return Optional.of(new Refused(reason, showable ? Optional.of(found) : Optional.empty()));
    }
}
