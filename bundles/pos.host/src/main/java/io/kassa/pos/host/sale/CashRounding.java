package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;

/**
 * What is handed over in cash where there are no coins of one and two cents: every sum to the nearest five cents, each payment by
 * itself, in both directions. Only euro are rounded.
 *
 * <p>Source of the rule: Finland's Act on the rounding of payments in euro (890/2000). Section 1: a sum that ends in 1 or 2 goes
 * down to the ten, in 3 or 4 up to the five, in 6 or 7 down to the five, in 8 or 9 up to the ten; a payment of one or two cents is
 * not rounded. Section 2: payments made at the same time are rounded one by one, and nothing is rounded where that was agreed: so
 * it is a setting of the method.
 */
public final class CashRounding {

    private static final long STEP = 5;
    private static final long NOT_ROUNDED = 2;

    private CashRounding() {}

    /** What is handed over for a sum that is not below zero. */
    public static Money rounded(Money sum) {
        long over = rest(sum);
        return over <= NOT_ROUNDED ? less(sum, over) : less(sum, over - STEP);
    }

    /** The most that can be handed over without going beyond a sum. */
    static Money roundedDown(Money sum) {
        return less(sum, rest(sum));
    }

    /** Whether a sum can be handed over in coins that are in use, or is not rounded at all. */
    public static boolean isHandedOver(Money sum) {
        return rest(sum) == 0;
    }

    private static long rest(Money sum) {
        boolean rounds = sum.currency().equals(Money.EURO) && sum.minor() > NOT_ROUNDED;
        return rounds ? sum.minor() % STEP : 0;
    }

    private static Money less(Money sum, long cents) {
        return sum.minus(new Money(cents, sum.currency()));
    }
}
