package io.kassa.smartum.sandbox.contract;

import java.util.Locale;

/**
 * Everything that has a name on the wire. Names only: no algorithm, no limit, nothing that decides whether a receipt is good.
 *
 * <p>In a contract file {@code CLAIM_ISSUED_AT} is written {@code claim.issued_at}.
 */
public enum Term {
    PATH_TOKEN,
    PATH_TRANSACTION,
    PATH_REFUNDS,
    PATH_VENUES,
    PATH_CHECKOUT,
    PREFIX_TRANSACTION,
    PREFIX_REFUND,
    HEADER_IDEMPOTENCY_KEY,
    ENVELOPE_DATA,
    ENVELOPE_ERRORS,
    ERROR_CODE,
    ERROR_DETAIL,
    TOKEN_VALUE,
    TOKEN_TYPE,
    TOKEN_EXPIRES_IN,
    TRANSACTION_ID,
    TRANSACTION_VENUE,
    TRANSACTION_AMOUNT,
    TRANSACTION_BENEFIT,
    TRANSACTION_STATUS,
    TRANSACTION_REFUNDED,
    TRANSACTION_CREATED_AT,
    REFUND_ID,
    REFUND_TRANSACTION,
    REFUND_AMOUNT,
    REFUND_STATUS,
    VENUE_ID,
    VENUE_NAME,
    VENUE_CITY,
    VENUE_BENEFITS,
    CHECKOUT_VENUE,
    CHECKOUT_AMOUNT,
    CHECKOUT_BENEFIT,
    CHECKOUT_PRODUCT,
    CHECKOUT_SUCCESS_URL,
    CHECKOUT_CANCEL_URL,
    CHECKOUT_NONCE,
    CHECKOUT_URL,
    STATUS_PAID,
    STATUS_CANCELLED,
    STATUS_REFUNDED,
    CODE_BAD_REQUEST,
    CODE_UNAUTHORIZED,
    CODE_UNKNOWN_TRANSACTION,
    CODE_IDEMPOTENCY_CONFLICT,
    CODE_REFUND_WINDOW_CLOSED,
    CODE_AMOUNT_EXCEEDS_PAYMENT,
    CODE_ALREADY_REFUNDED,
    CODE_WRONG_VENUE,
    CLAIM_TRANSACTION,
    CLAIM_VENUE,
    CLAIM_AMOUNT,
    CLAIM_BENEFIT,
    CLAIM_ISSUED_AT,
    CLAIM_EXPIRES,
    CLAIM_CURRENCY,
    CLAIM_STATUS,
    CLAIM_ISSUER,
    CLAIM_PRODUCT,
    CLAIM_NONCE,
    CLAIM_CARD_AMOUNT;

    /** The key of this term in a contract file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
