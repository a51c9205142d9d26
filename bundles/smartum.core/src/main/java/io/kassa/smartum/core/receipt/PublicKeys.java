package io.kassa.smartum.core.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider's signature keys by {@code kid}; several at once, so that the provider can change its key without a gap. */
public final class PublicKeys {
    private final Map<String, PublicKey> byKid;

    private PublicKeys(Map<String, PublicKey> byKid) {
        this.byKid = Map.copyOf(byKid);
    }

    /**
     * Reads every key of a text.
     *
     * @param text one or more PEM public keys, also with their line breaks lost
     */
    public static Parsed parse(String text) {
        List<Problem> problems = new ArrayList<>();
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (Pem.Block block : Pem.blocks(text, problems)) {
            Pem.key(block, problems).ifPresent(key -> keys.put(kid(key), key));
        }
        if (keys.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(1, Fault.EMPTY));
        }
        return new Parsed(new PublicKeys(keys), List.copyOf(problems));
    }

    /**
     * The provider's name for a key: SHA-256 over the DER SubjectPublicKeyInfo in base64url, not the RFC 7638 thumbprint.
     * Checked against the one pair of key and kid that is public.
     */
    static String kid(PublicKey key) {
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Set<String> kids() {
        return byKid.keySet();
    }

    Optional<PublicKey> find(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    @Override
    public String toString() {
        return "PublicKeys" + byKid.keySet();
    }

    /** The keys that could be read, and what is wrong with the rest. Usable only without problems. */
    public record Parsed(PublicKeys keys, List<Problem> problems) {}

    /**
     * @param position the key in the order of the text, from 1
     * @param fault what is wrong with it
     */
    public record Problem(int position, Fault fault) {}

    /** What can be wrong with a configured key. */
    public enum Fault {
        EMPTY,
        /** Text outside of BEGIN and END, or one of the two is missing. */
        NOT_PEM,
        /** A private key was pasted; it must be kept from everybody. */
        PRIVATE_KEY,
        /** A certificate or something else that is no public key. */
        NOT_A_PUBLIC_KEY,
        /** The text between BEGIN and END was damaged. */
        DAMAGED,
        /** RSA, Ed25519 and the like. */
        NOT_ELLIPTIC,
        /** Elliptic, but not P-521, which ES512 needs. */
        OTHER_CURVE,
        TOO_MANY
    }
}
