package io.kassa.pos.host.setup;

/**
 * What the shop decides about a payment method.
 *
 * @param account the bookkeeping account its payments go to
 * @param surplusAccount where a surplus goes that is not given back
 * @param registerCheck whether it is part of the register check at the end of the day
 * @param quick whether its button pays the exact amount at one press
 */
public record MethodSettings(
        boolean enabled, String account, String surplusAccount, boolean registerCheck, boolean quick) {}
