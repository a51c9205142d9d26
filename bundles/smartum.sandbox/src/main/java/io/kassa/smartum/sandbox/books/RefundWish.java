package io.kassa.smartum.sandbox.books;

/**
 * What a client asks for.
 *
 * @param key idempotency key
 * @param ignoreKey whether the provider misbehaves and does not look at the key
 */
public record RefundWish(String payment, long cents, String key, boolean ignoreKey) {}
