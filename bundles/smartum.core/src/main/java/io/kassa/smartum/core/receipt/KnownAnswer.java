package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.PublicKeys.Parsed;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads a receipt whose end is known, with a key made for this purpose only (its private half was thrown away), and a forged
 * copy of it: proves that the machinery works on this platform.
 */
public final class KnownAnswer {
    /** A moment at which the receipt is fresh. */
    public static final Instant THEN = Instant.ofEpochSecond(1767225660);

    private static final long CENTS = 1234;

    private final ReceiptReader reader;
    private final String genuine;
    private final String forged;

    private KnownAnswer(ReceiptReader reader, String genuine, String forged) {
        this.reader = reader;
        this.genuine = genuine;
        this.forged = forged;
    }

    public static KnownAnswer load() {
        Parsed parsed = PublicKeys.parse(resource("known-answer.pem"));
        ReceiptRules rules = new ReceiptRules("ven_KnownAnswer0001", "known-answer", CENTS, Duration.ofDays(1));
        String genuine = resource("known-answer.jws").strip();
        int inSignature = genuine.length() - 20;
        char other = genuine.charAt(inSignature) == 'A' ? 'B' : 'A';
        String forged = genuine.substring(0, inSignature) + other + genuine.substring(inSignature + 1);
        return new KnownAnswer(new ReceiptReader(Contract.shipped(), parsed.keys(), rules), genuine, forged);
    }

    /** Whether the genuine receipt was accepted and the forged one refused. */
    public boolean isRight() {
        boolean accepted = reader.read(genuine, THEN) instanceof VerifiedReceipt receipt && receipt.cents() == CENTS;
        boolean refused = reader.read(forged, THEN) instanceof Refused no && no.reason() == Refusal.FORGED;
        return accepted && refused;
    }

    public String receipt() {
        return genuine;
    }

    /** Accepts that receipt, and no shop's. */
    public ReceiptReader reader() {
        return reader;
    }

    private static String resource(String name) {
        try (InputStream resource = KnownAnswer.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
