package io.kassa.smartum.core.receipt;

/** What a person should look at before a genuine receipt is taken. */
public enum Doubt {
    /** Paid longer ago than the configured age. Legitimate for remote payments. */
    OLD,
    /** Part of the amount was paid by card, so it is not all benefit money. */
    PART_CARD
}
