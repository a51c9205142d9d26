package io.kassa.smartum.core.receipt;

/** Why a scanned text is not money. In the order of reading: of two spellings of a text the one that came further is told. */
public enum Refusal {
    /** Nothing but white space. */
    EMPTY,
    /** Longer than any receipt. */
    TOO_LONG,
    /** Some other code. */
    NOT_SMARTUM_CODE,
    /** Digits alone, as on loyalty cards. */
    CARD_NUMBER,
    /** A product's number (EAN, GTIN). */
    PRODUCT_CODE,
    /** A link that carries no receipt. */
    WEB_LINK,
    /** A code of another wallet or benefit provider, which is named. */
    OTHER_WALLET,
    /** A receipt that was cut off or damaged on its way. */
    BROKEN,
    /** A receipt that says of itself that nobody signed it. */
    UNSIGNED,
    /** Signed by another method than the provider's. */
    OTHER_ALGORITHM,
    /** Carries instructions for its own verification, which the provider's receipts do not. */
    SUSPICIOUS_HEADER,
    /** Signed by a key that is not configured. */
    UNKNOWN_KEY,
    /** The signature does not belong to the content. */
    FORGED,
    /** Genuine, but a required claim is missing or has another form: the contract in force does not describe it. */
    NOT_UNDERSTOOD,
    /** Issued more than five minutes ahead of this clock. */
    FROM_FUTURE,
    NOT_YET_VALID,
    EXPIRED,
    OTHER_VENUE,
    OTHER_BENEFIT,
    OTHER_CURRENCY,
    /** Cancelled, or in another state in which no money has moved. */
    NOT_PAID,
    REFUNDED,
    /** Zero or negative. */
    NO_AMOUNT,
    /** Above the configured limit, or with a card part that is no part of it. */
    AMOUNT_OUT_OF_RANGE
}
