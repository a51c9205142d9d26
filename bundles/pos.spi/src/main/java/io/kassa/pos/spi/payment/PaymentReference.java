package io.kassa.pos.spi.payment;

/**
 * What the provider calls a payment or a refund.
 *
 * @param scheme provider and root URL, such as {@code smartum:https://api.smartum.fi}; never a method's or a configuration's
 *     id, so that two configurations of one venue cannot take the same receipt twice
 * @param id the provider's own id, compared exactly
 */
public record PaymentReference(String scheme, String id) {

    public PaymentReference {
        if (scheme.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("A reference has a scheme and an id");
        }
    }
}
