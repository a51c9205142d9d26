package io.kassa.pos.spi.payment;

import java.util.regex.Pattern;

/**
 * One sale, by the number that people read on its sale receipt: refusals name it ("already used in sale R1-000042").
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 */
public record SaleId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SaleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the form of a sale id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
