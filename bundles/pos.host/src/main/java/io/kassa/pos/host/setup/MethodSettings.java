package io.kassa.pos.host.setup;

/**
 * What the shop decides about a payment method.
 *
 * @param account the bookkeeping account its payments go to
 * @param surplusAccount where a surplus goes that is not given back
 * @param registerCheck whether it is part of the register check at the end of the day
 * @param quick whether its button pays the exact amount at one press
 * @param rounding whether sums in euro are rounded to five cents; only for a method that gives change
 */
public record MethodSettings(
        boolean enabled,
        String account,
        String surplusAccount,
        boolean registerCheck,
        boolean quick,
        boolean rounding) {

    public MethodSettings rounding(boolean now) {
        return new MethodSettings(enabled, account, surplusAccount, registerCheck, quick, now);
    }
}
