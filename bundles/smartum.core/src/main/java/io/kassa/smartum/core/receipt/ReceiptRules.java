package io.kassa.smartum.core.receipt;

import java.time.Duration;

/**
 * What the shop accepts.
 *
 * @param venue the venue that must have received the money
 * @param benefit the benefit type that must have been used
 * @param highestCents the largest amount taken from one receipt, in euro cents
 * @param oldAfter the age from which a receipt is a {@link Doubt#OLD doubt}
 */
public record ReceiptRules(String venue, String benefit, long highestCents, Duration oldAfter) {}
