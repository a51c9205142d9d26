package io.kassa.pos.spi.payment;

import java.util.regex.Pattern;

/**
 * One try to pay or to refund, named by the host before it begins and kept through restarts and updates. Unique for ever
 * across the registers and hosts of a shop, so that a provider's idempotency key can be made from it.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 */
public record AttemptId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public AttemptId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the form of an attempt id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
