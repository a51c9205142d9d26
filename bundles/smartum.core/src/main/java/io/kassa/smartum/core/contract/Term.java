package io.kassa.smartum.core.contract;

/**
 * Everything about the provider that is assumed rather than published: where something stands and how it is called. What a
 * receipt must contain, how it is signed and every limit are code, never a term.
 */
public enum Term {
    RECEIPT_PARAMETERS("receipt.parameters", Form.NAMES),
    CLAIM_TRANSACTION("receipt.claim.transaction", Form.NAME),
    CLAIM_VENUE("receipt.claim.venue", Form.NAME),
    CLAIM_AMOUNT("receipt.claim.amount", Form.NAME),
    CLAIM_BENEFIT("receipt.claim.benefit", Form.NAME),
    CLAIM_ISSUED_AT("receipt.claim.issuedAt", Form.NAME),
    CLAIM_EXPIRES_AT("receipt.claim.expiresAt", Form.NAME),
    CLAIM_NOT_BEFORE("receipt.claim.notBefore", Form.NAME),
    CLAIM_CURRENCY("receipt.claim.currency", Form.NAME),
    CLAIM_STATUS("receipt.claim.status", Form.NAME),
    CLAIM_CARD_AMOUNT("receipt.claim.cardAmount", Form.NAME),

    STATUS_PAID("status.paid", Form.NAME),
    STATUS_CANCELLED("status.cancelled", Form.NAME),
    STATUS_REFUNDED("status.refunded", Form.NAME),

    ID_TRANSACTION("id.transaction", Form.PATTERN),
    ID_VENUE("id.venue", Form.PATTERN),

    DATA("answer.data", Form.NAME),
    ERRORS("answer.errors", Form.NAME),
    ERROR_CODE("answer.error.code", Form.NAME),

    TOKEN_PATH("token.path", Form.PATH),
    TOKEN_VALUE("token.value", Form.NAME),
    TOKEN_TYPE("token.type", Form.NAME),
    TOKEN_LIFETIME("token.lifetime", Form.NAME),

    VENUES_PATH("venues.path", Form.OPTIONAL_PATH),
    VENUES_ID("venues.id", Form.NAME),

    LOOKUP_PATH("lookup.path", Form.OPTIONAL_TRANSACTION_PATH),
    LOOKUP_ID("lookup.id", Form.NAME),
    LOOKUP_VENUE("lookup.venue", Form.NAME),
    LOOKUP_AMOUNT("lookup.amount", Form.NAME),
    LOOKUP_BENEFIT("lookup.benefit", Form.NAME),
    LOOKUP_STATUS("lookup.status", Form.NAME),
    LOOKUP_REFUNDED("lookup.refunded", Form.NAME),
    LOOKUP_CREATED_AT("lookup.createdAt", Form.NAME),

    REFUND_PATH("refund.path", Form.OPTIONAL_TRANSACTION_PATH),
    REFUND_KEY_HEADER("refund.key.header", Form.NAME),
    REFUND_ID("refund.id", Form.NAME),
    REFUND_TRANSACTION("refund.transaction", Form.NAME),
    REFUND_AMOUNT("refund.amount", Form.NAME),
    REFUND_STATUS("refund.status", Form.NAME),
    REFUND_DONE("refund.done", Form.NAME),

    ERROR_UNKNOWN_TRANSACTION("error.unknownTransaction", Form.NAME),
    ERROR_IDEMPOTENCY_CONFLICT("error.idempotencyConflict", Form.NAME),
    ERROR_WINDOW_CLOSED("error.windowClosed", Form.NAME),
    ERROR_AMOUNT_EXCEEDS_PAYMENT("error.amountExceedsPayment", Form.NAME),
    ERROR_ALREADY_REFUNDED("error.alreadyRefunded", Form.NAME),
    ERROR_WRONG_VENUE("error.wrongVenue", Form.NAME);

    private final String key;
    private final Form form;

    Term(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** The key of this term in a contract file. */
    public String key() {
        return key;
    }

    Form form() {
        return form;
    }
}
