package io.kassa.pos.spi.money;

import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in one currency, in minor units (cents for the euro). May be negative; there is no rounding anywhere.
 *
 * <p>Overflow and mixed currencies throw {@link ArithmeticException} and {@link IllegalArgumentException}: both are bugs of
 * the caller, never a business refusal.
 *
 * @param minor the amount in the currency's minor unit
 * @param currency the ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static final Currency EURO = Currency.getInstance("EUR");

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money euro(long cents) {
        return new Money(cents, EURO);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** The smaller of the two. */
    public Money atMost(Money limit) {
        return compareTo(limit) <= 0 ? this : limit;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** For logs and tests, such as {@code EUR 1000}; people read {@link io.kassa.pos.spi.text.Texts}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + minor;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Mixed currencies: " + currency + " and " + other.currency);
        }
        return other;
    }
}
