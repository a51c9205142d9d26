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
 * @param scheme the provider and root URL of the references that it can refund, inquire about and verify, whichever method took
 *     the payment; equal to {@link PaymentReference#scheme()} of all that it makes (rule R6). Empty for a method that looks after
 *     its own payments only
 */
public record MethodInfo(
        String id,
        Message name,
        Duration patience,
        boolean givesChange,
        boolean filtered,
        Set<Currency> currencies,
        Optional<Instant> acceptUntil,
        Optional<String> scheme) {

    public MethodInfo {
        currencies = Set.copyOf(currencies);
        if (id.isBlank() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("A method has an id and some patience");
        }
        if (scheme.map(String::isBlank).orElse(false)) {
            throw new IllegalArgumentException("A scheme names a provider");
        }
    }

    public boolean takes(Currency currency) {
        return currencies.isEmpty() || currencies.contains(currency);
    }

    /** Whether it looks after payments of that scheme, also those that another method took. */
    public boolean speaks(String other) {
        return scheme.filter(other::equals).isPresent();
    }

    /** Whether it takes payments at that moment. */
    public boolean acceptsAt(Instant now) {
        return acceptUntil.map(now::isBefore).orElse(true);
    }
}
