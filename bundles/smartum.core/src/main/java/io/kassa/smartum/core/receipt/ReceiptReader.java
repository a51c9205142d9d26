package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.Unfit;
import io.kassa.smartum.core.receipt.Reading.BareTransactionId;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a scanner saw. Cheap refusals come first; whatever comes in costs at most one check of a signature, ends in a
 * {@link Reading} and never in an exception.
 */
public final class ReceiptReader {
    private static final int LONGEST = 4096;

    private final Contract contract;
    private final PublicKeys keys;
    private final ClaimCheck claims;
    private final List<String> parameters;

    public ReceiptReader(Contract contract, PublicKeys keys, ReceiptRules rules) {
        this.contract = contract;
        this.keys = keys;
        this.claims = new ClaimCheck(contract, rules);
        this.parameters = contract.names(Term.RECEIPT_PARAMETERS);
    }

    /**
     * @param scanned the text as it came from a scanner, a camera or a keyboard
     * @param asOf the time by which the receipt is judged: when it was scanned, also if it is read again later
     */
    public Reading read(String scanned, Instant asOf) {
        if (scanned.length() > LONGEST) {
            return Refused.because(Refusal.TOO_LONG);
        }
        String text = Spelling.trimmed(scanned);
        if (text.isEmpty()) {
            return Refused.because(Refusal.EMPTY);
        }
        Refused furthest = Refused.because(Refusal.EMPTY);
        Set<TransactionId> names = new LinkedHashSet<>();
        for (Spelling spelling : Spelling.values()) {
            Attempt attempt = attempt(spelling.of(text));
            if (attempt instanceof Plausible receipt) {
                return verify(receipt, asOf);
            }
            if (attempt instanceof Name name) {
                if (spelling == Spelling.AS_TYPED) {
                    return new BareTransactionId(List.of(name.id()));
                }
                names.add(name.id());
            }
            if (attempt instanceof Failed failed && failed.refused().reason().compareTo(furthest.reason()) > 0) {
                furthest = failed.refused();
            }
        }
        // of too many none is dropped: it might be the one that was meant
        return names.isEmpty() || names.size() > BareTransactionId.MOST_SPELLINGS
                ? furthest
                : new BareTransactionId(List.copyOf(names));
    }

    private Attempt attempt(String text) {
        String code = CodeText.withoutSymbology(text);
        String bare = CodeText.unmarked(code);
        boolean link = CodeText.isLink(bare);
        Optional<String> token = link ? CodeText.inLink(bare, parameters) : Optional.of(bare);
        if (token.isEmpty()) {
            return new Failed(OtherCode.link(bare));
        }
        if (Jws.looksLikeOne(token.get())) {
            return plausible(token.get());
        }
        if (link) {
            return new Failed(OtherCode.link(bare));
        }
        Optional<TransactionId> id = TransactionId.parse(contract, bare);
        return id.isPresent() ? new Name(id.get()) : new Failed(OtherCode.noLink(code, bare));
    }

    private Attempt plausible(String token) {
        try {
            Jws jws = Jws.split(token);
            JsonObject header = jws.header();
            Optional<Refusal> suspicion = suspicion(header);
            if (suspicion.isPresent()) {
                return Failed.because(suspicion.get());
            }
            byte[] signature = jws.signature();
            JsonObject payload = jws.payload();
            if (signature.length != Es512.SIGNATURE_BYTES) {
                return Failed.because(Refusal.BROKEN);
            }
            Optional<PublicKey> key = keys.find(header.optionalString("kid").orElse(""));
            return key.<Attempt>map(k -> new Plausible(jws.signed(), signature, k, payload))
                    .orElse(Failed.because(Refusal.UNKNOWN_KEY));
        } catch (Unfit e) {
            return Failed.because(Refusal.BROKEN);
        }
    }

    private static Optional<Refusal> suspicion(JsonObject header) throws Unfit {
        if (Jws.isSuspicious(header)) {
            return Optional.of(Refusal.SUSPICIOUS_HEADER);
        }
        String algorithm = header.string("alg");
        if (algorithm.equals(Es512.NAME)) {
            return Optional.empty();
        }
        return Optional.of(algorithm.equalsIgnoreCase("none") ? Refusal.UNSIGNED : Refusal.OTHER_ALGORITHM);
    }

    private Reading verify(Plausible receipt, Instant asOf) {
        return Es512.verifies(receipt.signed(), receipt.signature(), receipt.key())
                ? claims.check(receipt.payload(), asOf)
                : Refused.because(Refusal.FORGED);
    }

    /** What one spelling of the text looks like before any signature is checked. */
    private sealed interface Attempt {}

    private record Plausible(String signed, byte[] signature, PublicKey key, JsonObject payload) implements Attempt {}

    private record Name(TransactionId id) implements Attempt {}

    private record Failed(Refused refused) implements Attempt {
        static Failed because(Refusal reason) {
            return new Failed(Refused.because(reason));
        }
    }
}
