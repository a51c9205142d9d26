package io.kassa.pos.ledger;

import java.time.Instant;

/**
 * One entry of the audit.
 *
 * @param number 1, 2, 3 … without gaps
 * @param hash of this entry and the one before it, in hexadecimal
 */
public record AuditEntry(long number, Instant at, AuditRecord record, String hash) {}
