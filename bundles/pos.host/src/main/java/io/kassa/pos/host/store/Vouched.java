package io.kassa.pos.host.store;

/**
 * Why a payment is taken that the provider did not confirm.
 *
 * @param by the person who vouches for it; another one may enter its amount
 */
public record Vouched(String by, String reason) {}
