package io.kassa.pos.shell.talk;

import io.kassa.pos.spi.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as people type them, such as {@code 12}, {@code 12.50} or {@code 12,50}. */
public final class Amounts {

    private static final Pattern FORM = Pattern.compile("\\d{1,9}([.,]\\d{1,3})?");

    private Amounts() {}

    /** Exact, or nothing: never rounded. */
    public static Optional<Money> read(String text, Currency currency) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal minor =
                new BigDecimal(text.replace(',', '.')).movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
        return minor.stripTrailingZeros().scale() > 0
                ? Optional.empty()
                : Optional.of(new Money(minor.longValueExact(), currency));
    }
}
