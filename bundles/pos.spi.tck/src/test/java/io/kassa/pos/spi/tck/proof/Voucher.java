package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentReference;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a customer bought at the provider of the example, and shows as a code that a till can check offline. */
record Voucher(String id, Money amount, Instant validUntil) {

    static final String SECRET = "the-shared-secret-of-the-example";
    static final String SCHEME = "voucher:https://voucher.example";

    private static final Pattern CODE =
            Pattern.compile("VOUCHER\\.(v[0-9]{6})\\.([0-9]{1,9})\\.([0-9]{1,11})\\.([0-9a-f]+)");

    static Optional<Voucher> read(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var voucher = new Voucher(
                parts.group(1),
                new Money(Long.parseLong(parts.group(2)), Currency.getInstance("EUR")),
                Instant.ofEpochSecond(Long.parseLong(parts.group(3))));
        return voucher.code().equals(code) ? Optional.of(voucher) : Optional.empty();
    }

    String code() {
        String content = "VOUCHER." + id + "." + amount.minor() + "." + validUntil.getEpochSecond() + ".";
        return content + Integer.toHexString((content + SECRET).hashCode());
    }

    PaymentReference reference() {
        return new PaymentReference(SCHEME, id);
    }
}
