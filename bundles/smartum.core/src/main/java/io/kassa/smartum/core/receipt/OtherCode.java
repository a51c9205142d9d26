package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.receipt.Reading.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a code that carries no receipt by its form. It decides nothing but the words: whatever the name, it is no money. */
final class OtherCode {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6,40}");

    /** The lengths of a GTIN. Source: GS1 General Specifications. */
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    private OtherCode() {}

    static Refused link(String text) {
        return wallet(text, true).orElse(Refused.because(Refusal.WEB_LINK));
    }

    /** @param bare the same without the signs around it, where it has some that are no part of it */
    static Refused noLink(String text, String bare) {
        return wallet(text, false).or(() -> wallet(bare, false)).orElseGet(() -> Refused.because(byDigits(bare)));
    }

    private static Optional<Refused> wallet(String text, boolean link) {
        return Wallet.of(text, link).map(wallet -> new Refused(Refusal.OTHER_WALLET, Optional.of(wallet.shown())));
    }

    private static Refusal byDigits(String text) {
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
