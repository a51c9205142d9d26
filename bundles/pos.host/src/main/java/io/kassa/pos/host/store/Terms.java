package io.kassa.pos.host.store;

import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.spi.money.Money;
import java.util.Currency;

/**
 * What the shop's settings made of an attempt when it began; later changes of the settings do not change it.
 *
 * @param rounding what cash rounding put on what was left to pay, or took off; zero for refunds, which round line by line
 * @param account where its money is booked
 * @param surplusAccount where that part is booked that pays nothing
 */
public record Terms(Money rounding, String account, String surplusAccount) {

    public static Terms of(MethodSettings settings, Money rounding) {
        return new Terms(rounding, settings.account(), settings.surplusAccount());
    }

    public Terms unrounded() {
        return new Terms(Money.zero(rounding.currency()), account, surplusAccount);
    }

    /** Of what the shop has no settings for. */
    public static Terms none(Currency currency) {
        return new Terms(Money.zero(currency), "", "");
    }
}
