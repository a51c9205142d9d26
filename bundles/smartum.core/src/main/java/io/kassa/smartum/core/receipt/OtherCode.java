package io.kassa.smartum.core.receipt;

import java.util.regex.Pattern;

/** Names a code that carries no receipt by its form. It decides nothing but the words: whatever the name, it is no money. */
final class OtherCode {
    /** In a link's address, or in words of its own. */
    private static final Pattern WALLET = Pattern.compile("(?i)(?<![a-z0-9])(e-?passi|edenred|mobilepay)(?![a-z0-9])");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{6,40}");

    /** The lengths of a GTIN. Source: GS1 General Specifications. */
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    private OtherCode() {}

    static Refusal named(String text, boolean link) {
        if (WALLET.matcher(text).find()) {
            return Refusal.OTHER_WALLET;
        }
        if (link) {
            return Refusal.WEB_LINK;
        }
        if (PRODUCT.matcher(text).matches() && checks(text)) {
            return Refusal.PRODUCT_CODE;
        }
        return DIGITS.matcher(text).matches() ? Refusal.CARD_NUMBER : Refusal.NOT_SMARTUM_CODE;
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
