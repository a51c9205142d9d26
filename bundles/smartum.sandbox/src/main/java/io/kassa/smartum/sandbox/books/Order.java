package io.kassa.smartum.sandbox.books;

import java.time.Instant;

/**
 * A payment that is wanted.
 *
 * @param cents the whole amount
 * @param cardCents the part of it that a card pays, usually 0
 */
public record Order(Payer payer, String venue, String benefit, long cents, long cardCents, Instant at) {}
