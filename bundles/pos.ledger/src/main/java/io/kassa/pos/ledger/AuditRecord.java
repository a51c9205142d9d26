package io.kassa.pos.ledger;

import io.kassa.pos.spi.payment.AttemptId;
import java.util.Optional;

/**
 * What an entry of the audit says. Never a secret, a PIN or a scanned code.
 *
 * @param who the person, or the part of the program that acted by itself
 * @param what a constant code such as {@code method.enabled}
 * @param subject what it was done to, such as a register or a sale
 */
public record AuditRecord(
        String who,
        String what,
        String subject,
        Optional<String> before,
        Optional<String> after,
        Optional<AttemptId> attempt) {

    /** Something that was done and changed no value. */
    public static AuditRecord of(String who, String what, String subject) {
        return new AuditRecord(who, what, subject, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public AuditRecord changed(Optional<String> from, Optional<String> to) {
        return new AuditRecord(who, what, subject, from, to, attempt);
    }

    public AuditRecord by(AttemptId attempt) {
        return new AuditRecord(who, what, subject, before, after, Optional.of(attempt));
    }
}
