package io.kassa.pos.ledger;

/** How a check of the audit ended. */
public sealed interface AuditCheck {

    /**
     * Nothing was changed, taken out or put in another order.
     *
     * @param head the hash of the newest entry, in hexadecimal; of an empty audit, zeros
     */
    record Intact(long entries, String head) implements AuditCheck {}

    /** The first entry at which the chain does not hold. */
    record Broken(long number) implements AuditCheck {}
}
