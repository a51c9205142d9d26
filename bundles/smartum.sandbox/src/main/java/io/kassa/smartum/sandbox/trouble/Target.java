package io.kassa.smartum.sandbox.trouble;

/** Where trouble strikes. */
public enum Target {
    /** Every call of the API. */
    ALL,
    TOKEN,
    LOOK_UP,
    REFUND,
    VENUES,
    CHECKOUT,
    /** The app, when it signs a receipt. */
    RECEIPT;

    boolean covers(Target call) {
        return this == call || (this == ALL && call != RECEIPT);
    }
}
