package io.kassa.pos.host.setup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a product that stands on its package as a bar code (GTIN). Source: GS1 General Specifications, sections 3.3 and
 * 7.9: 8, 12, 13 or 14 digits, of which the last one checks the others.
 */
public final class Gtin {

    private static final Pattern FORM = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final int EAN_8 = 8;
    private static final int EAN_13 = 13;

    private Gtin() {}

    /** One spelling of a number: a scanner may read the same code with or without the zeros before it. Empty when it is none. */
    public static Optional<String> of(String digits) {
        return FORM.matcher(digits).matches() && checks(digits) ? Optional.of(shortest(digits)) : Optional.empty();
    }

    private static String shortest(String digits) {
        String number = digits.replaceFirst("^0+", "");
        if (number.length() > EAN_13) {
            return number;
        }
        int length = number.length() <= EAN_8 ? EAN_8 : EAN_13;
        return "0".repeat(length - number.length()) + number;
    }

    /** Weighs digits 3, 1, 3, 1 … from the one before the last: the sum with the last is a multiple of ten. */
    private static boolean checks(String digits) {
        int sum = 0;
        int weight = 1;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = 4 - weight;
        }
        return sum % 10 == 0;
    }
}
