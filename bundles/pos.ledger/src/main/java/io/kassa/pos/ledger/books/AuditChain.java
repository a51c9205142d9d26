package io.kassa.pos.ledger.books;

import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.spi.payment.AttemptId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 over the hash before and every field, each with its length, so that no field can lend characters to the next. */
final class AuditChain {

    static final String START = "0".repeat(64);

    private AuditChain() {}

    static String link(String before, long number, Instant at, AuditRecord record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, Optional.of(before));
            digest.update(ByteBuffer.allocate(16)
                    .putLong(number)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                    .flip());
            add(digest, Optional.of(record.who()));
            add(digest, Optional.of(record.what()));
            add(digest, Optional.of(record.subject()));
            add(digest, record.before());
            add(digest, record.after());
            add(digest, record.attempt().map(AttemptId::value));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, Optional<String> field) {
        byte[] bytes = field.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
        int length = field.isPresent() ? bytes.length : -1;
        digest.update(ByteBuffer.allocate(4).putInt(length).flip());
        digest.update(bytes);
    }
}
