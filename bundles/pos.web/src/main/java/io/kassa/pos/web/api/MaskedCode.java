package io.kassa.pos.web.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code as it may be shown: a receipt pays, and any other code may be a customer's, so that of what it says only the two ends are
 * left, and of a short one nothing.
 *
 * @param length in characters
 * @param start its first characters
 * @param end its last ones
 */
record MaskedCode(Kind kind, int length, String start, String end) {

    /** At most this many characters are shown at each end, and at most an eighth of all. */
    private static final int SHOWN = 4;

    private static final int PART = 8;

    enum Kind {
        /** A signed token (JWS, compact form), as receipts of wallets are. */
        SIGNED(Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")),
        WEB_LINK(Pattern.compile("(?i)https?://\\S+")),
        /** Digits of the lengths that products are numbered with (GTIN). */
        PRODUCT(Pattern.compile("\\d{8}|\\d{12,14}")),
        OTHER;

        private final Optional<Pattern> form;

        Kind() {
            this.form = Optional.empty();
        }

        Kind(Pattern form) {
            this.form = Optional.of(form);
        }

        private static Kind of(String content) {
            for (Kind kind : values()) {
                if (kind.form.filter(form -> form.matcher(content).matches()).isPresent()) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    static MaskedCode of(String content) {
        int shown = Math.min(SHOWN, content.length() / PART);
        return new MaskedCode(
                Kind.of(content),
                content.length(),
                content.substring(0, shown),
                content.substring(content.length() - shown));
    }
}
