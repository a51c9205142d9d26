package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * What a host has to know about a method before it offers it.
 *
 * @param id the value of the service property {@code payment.method.id}
 * @param name what is written on the button, such as "Smartum"
 * @param patience the longest time that any call on the method blocks, whatever its provider does
 * @param givesChange whether what is tendered above what is due is given back in cash
 * @param filtered whether a {@code ProductLabelFilter} belongs to the method; while it is missing the method is not offered
 * @param currencies what it can take; empty means every currency
 * @param acceptUntil from then on it takes no payments; refunds go on
 */
public record MethodInfo(
        String id,
        Message name,
        Duration patience,
        boolean givesChange,
        boolean filtered,
        Set<Currency> currencies,
        Optional<Instant> acceptUntil) {

    public MethodInfo {
        currencies = Set.copyOf(currencies);
        if (id.isBlank() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("A method has an id and some patience");
        }
    }

    public boolean takes(Currency currency) {
        return currencies.isEmpty() || currencies.contains(currency);
    }

    /** Whether it takes payments at that moment. */
    public boolean acceptsAt(Instant now) {
        return acceptUntil.map(now::isBefore).orElse(true);
    }
}
