package io.kassa.smartum.plugin.text;

/** Why something was refused or is not known, with where the money is then and what to do about it. */
public enum Reason {
    // paying: what was scanned
    EMPTY("receipt.empty", "money.unproved", "next.scan-again"),
    TOO_LONG("receipt.too-long", "money.unproved", "next.scan-again"),
    NOT_SMARTUM_CODE("receipt.not-smartum-code", "money.unproved", "next.scan-again"),
    CARD_NUMBER("receipt.card-number", "money.unproved", "next.scan-again"),
    PRODUCT_CODE("receipt.product-code", "money.unproved", "next.product-code"),
    OTHER_WALLET("receipt.other-wallet", "money.unproved", "next.other-wallet"),
    WEB_LINK("receipt.web-link", "money.unproved", "next.scan-again"),
    BROKEN("receipt.broken", "money.unproved", "next.scan-again"),
    UNSIGNED("receipt.unsigned", "money.unproved", "next.not-genuine"),
    OTHER_ALGORITHM("receipt.other-algorithm", "money.unproved", "next.not-genuine"),
    SUSPICIOUS_HEADER("receipt.suspicious-header", "money.unproved", "next.not-genuine"),
    UNKNOWN_KEY("receipt.unknown-key", "money.unproved", "next.check-keys"),
    FORGED("receipt.forged", "money.unproved", "next.not-genuine"),
    NOT_UNDERSTOOD("receipt.not-understood", "money.perhaps-paid", "next.check-contract"),
    FROM_FUTURE("receipt.from-future", "money.paid-unbooked", "next.check-clock"),
    NOT_YET_VALID("receipt.not-yet-valid", "money.paid-unbooked", "next.check-clock"),
    EXPIRED("receipt.expired", "money.paid-unbooked", "next.paid-unusable"),
    OTHER_VENUE("receipt.other-venue", "money.other-venue", "next.other-venue"),
    OTHER_BENEFIT("receipt.other-benefit", "money.paid-unbooked", "next.paid-unusable"),
    OTHER_CURRENCY("receipt.other-currency", "money.paid-unbooked", "next.paid-unusable"),
    NOT_PAID("receipt.not-paid", "money.not-paid", "next.pay-again"),
    REFUNDED("receipt.refunded", "money.returned", "next.pay-again"),
    NO_AMOUNT("receipt.no-amount", "money.not-paid", "next.pay-again"),
    AMOUNT_OUT_OF_RANGE("receipt.amount-out-of-range", "money.paid-unbooked", "next.paid-unusable"),
    USED("receipt.used", "money.booked-before", "next.pay-again"),
    USED_PARTLY_RETURNED("receipt.used", "money.partly-returned", "next.pay-again"),
    USED_RETURNED("receipt.used", "money.returned-in-full", "next.pay-anew"),
    USED_HERE("receipt.used-here", "money.booked-here", "next.other-receipt"),
    UNKNOWN_TO_PROVIDER("receipt.unknown-to-provider", "money.unproved", "next.not-genuine"),
    CONTRADICTED("receipt.contradicted", "money.unproved", "next.not-genuine"),
    // paying: the number alone
    NUMBER_UNANSWERED("number.unanswered", "money.unproved", "next.scan-full-code"),
    NUMBER_SPELLING_UNANSWERED("number.unanswered", "money.unproved", "next.not-this-scanner"),
    NUMBER_SEVERAL("number.several", "money.unproved", "next.not-this-scanner"),
    NUMBER_NOT_OFFERED("number.not-offered", "money.unproved", "next.scan-full-code"),
    // paying: a typed amount
    AMOUNT_NOT_POSITIVE("amount.not-positive", "money.nothing-booked", "next.amount-again"),
    AMOUNT_TOO_HIGH("amount.too-high", "money.nothing-booked", "next.amount-again"),
    AMOUNT_OTHER_CURRENCY("amount.other-currency", "money.nothing-booked", "next.amount-again"),
    // paying at all
    SALE_NOT_EURO("sale.not-euro", "money.nothing-booked", "next.other-method"),
    ENDED("method.ended", "money.nothing-booked", "next.other-method"),
    // refunding: before anything is sent
    REFUND_WINDOW_CLOSED("refund.window-closed", "money.with-shop", "next.refund-otherwise"),
    REFUND_CLOSED_BY_PROVIDER("refund.closed-by-provider", "money.with-shop", "next.refund-otherwise"),
    REFUND_OTHER_ROOT("refund.other-root", "money.with-shop", "next.refund-otherwise"),
    REFUND_ID_FORM("refund.id-form", "money.with-shop", "next.id-again"),
    REFUND_ID_UNKNOWN("refund.id-unknown", "money.with-shop", "next.id-again"),
    REFUND_ID_SEVERAL("refund.id-several", "money.with-shop", "next.id-by-hand"),
    REFUND_ID_OTHER_VENUE("refund.id-other-venue", "money.with-shop", "next.id-again"),
    REFUND_ID_TOO_SMALL("refund.id-too-small", "money.with-shop", "next.id-again"),
    REFUND_ID_USED("refund.id-used", "money.with-shop", "next.id-again"),
    REFUND_ID_USED_HERE("refund.id-used-here", "money.with-shop", "next.own-id"),
    REFUND_UNANSWERED("refund.unanswered", "money.with-shop", "next.refund-later"),
    REFUND_SPELLING_UNANSWERED("refund.unanswered", "money.with-shop", "next.id-by-hand"),
    REFUND_BUSY("refund.busy", "money.refund-under-way", "next.refund-wait"),
    REFUND_CHANGED("refund.changed", "money.with-shop", "next.refund-less"),
    REFUND_PAYMENT_UNKNOWN("refund.payment-unknown", "money.with-shop", "next.refund-otherwise"),
    REFUND_PAYMENT_CANCELLED("refund.payment-cancelled", "money.returned", "next.refund-book-only"),
    REFUND_PAYMENT_DIFFERS("refund.payment-differs", "money.with-shop", "next.refund-otherwise"),
    // refunding: the provider refused
    REFUND_NOTHING_LEFT("refund.nothing-left", "money.returned", "next.refund-book-only"),
    REFUND_TOO_MUCH("refund.too-much", "money.with-shop", "next.refund-less"),
    REFUND_WRONG_VENUE("refund.wrong-venue", "money.with-shop", "next.refund-venue"),
    REFUND_UNAUTHORIZED("refund.unauthorized", "money.with-shop", "next.check-credentials"),
    REFUND_NO_SECRET("refund.no-secret", "money.with-shop", "next.check-credentials"),
    REFUND_REFUSED("refund.refused", "money.with-shop", "next.refund-otherwise"),
    REFUND_NOT_OFFERED("refund.not-offered", "money.with-shop", "next.refund-otherwise"),
    // refunding: not known
    REFUND_NOT_KNOWN("refund.not-known", "money.not-known", "next.not-known"),
    // comparing a payment in the books
    VERIFY_ID_FORM("verify.id-form", "money.as-booked", "next.id-again"),
    VERIFY_ID_UNKNOWN("verify.id-unknown", "money.as-booked", "next.id-again"),
    VERIFY_ID_SEVERAL("verify.id-several", "money.as-booked", "next.id-by-hand"),
    VERIFY_UNKNOWN("verify.unknown", "money.not-proved", "next.case"),
    VERIFY_OTHER_ROOT("verify.other-root", "money.as-booked", "next.case"),
    VERIFY_OTHER_ID("verify.other-id", "money.as-booked", "next.case"),
    VERIFY_OTHER_VENUE("verify.other-venue", "money.other-venue", "next.case"),
    VERIFY_NOT_SHOWN("verify.not-shown", "money.as-booked", "next.venue-again"),
    VERIFY_OTHER_BENEFIT("verify.other-benefit", "money.as-booked", "next.case"),
    VERIFY_OTHER_AMOUNT("verify.other-amount", "money.amount-differs", "next.case"),
    VERIFY_CANCELLED("verify.cancelled", "money.returned", "next.case"),
    VERIFY_REFUNDED("verify.refunded", "money.returned", "next.case"),
    VERIFY_USED("verify.used", "money.booked-before", "next.case"),
    VERIFY_USED_PARTLY_RETURNED("verify.used", "money.partly-returned", "next.case"),
    VERIFY_USED_RETURNED("verify.used", "money.returned-in-full", "next.case"),
    VERIFY_USED_HERE("verify.used-here", "money.booked-for-other", "next.own-id"),
    VERIFY_UNANSWERED("verify.unanswered", "money.as-booked", "next.asked-again"),
    VERIFY_ID_UNANSWERED("verify.unanswered", "money.as-booked", "next.id-later"),
    VERIFY_SPELLING_UNANSWERED("verify.unanswered", "money.as-booked", "next.id-by-hand");

    private final String happened;
    private final String money;
    private final String next;

    Reason(String happened, String money, String next) {
        this.happened = happened;
        this.money = money;
        this.next = next;
    }

    /** The code of the text, and the stable name of the reason. */
    public String happened() {
        return happened;
    }

    String money() {
        return money;
    }

    String next() {
        return next;
    }
}
