package io.kassa.pos.host.text;

/** Where the money is when something is refused: the second part of every refusal. */
public enum Whereabouts {
    /** No money has moved. */
    NOT_MOVED("money.not-moved"),
    /** What was paid before stands. */
    AS_BEFORE("money.as-before"),
    /** The customer may have paid in the provider's app; the sale has nothing of it. */
    WITH_PROVIDER("money.with-provider"),
    /** It goes back to the customer, or went back. */
    GOING_BACK("money.going-back"),
    /** It went back to the customer, and the books have it otherwise. */
    RETURNED("money.returned"),
    /** What the receipt shows as refunded went back to the customer, and the rest did not yet. */
    LEFT_TO_RETURN("money.left-to-return"),
    /** Another sale has what a payment brought. */
    BOOKED_BEFORE("money.booked-before"),
    /** All that a payment brought went back to the customer, as the books have it. */
    RETURNED_IN_FULL("money.returned-in-full"),
    /** A part of what a payment brought went back to the customer. */
    PARTLY_RETURNED("money.partly-returned"),
    /** Nothing of it went back to the customer. */
    NOT_RETURNED("money.not-returned"),
    /** Nobody knows before it is looked up. */
    NOT_KNOWN("money.not-known");

    private final String code;

    Whereabouts(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
