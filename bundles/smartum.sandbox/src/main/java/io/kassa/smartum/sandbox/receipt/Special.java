package io.kassa.smartum.sandbox.receipt;

/** Receipts that an operator can issue, and what a careful till makes of them. */
public enum Special {
    OTHER_VENUE("Other venue", "Genuine and paid, but to a venue of somebody else."),
    OTHER_BENEFIT("Other benefit", "Genuine and paid, but with another benefit of the same venue."),
    OLD("Old", "Genuine, paid three days ago: a doubt to show, not a fault."),
    ALREADY_REFUNDED("Already refunded", "The signature holds; the money went back. Only a look-up tells."),
    CANCELLED("Cancelled", "The signature holds; the venue cancelled it. Only a look-up tells."),
    PART_CARD("Part card", "Genuine; half of the amount was paid by card, so it is not all benefit money."),
    IN_A_LINK("In a link", "Genuine, but the code is a web address that carries the receipt."),
    NUMBER_ONLY("Number only", "Genuine, but the code is only the transaction id: the look-up must confirm it."),
    FORGED("Forged", "The signature of a genuine receipt around another amount."),
    UNSIGNED("Unsigned", "Algorithm “none”, no signature."),
    WRONG_KEY("Wrong key", "Signed properly, with a key that nobody published."),
    OTHER_ALGORITHM("ES256", "Signed with ES256 under the published key’s id."),
    SHARED_SECRET("HS256", "Signed with HS256, the public key’s text as the secret."),
    EMBEDDED_KEY("Brings its own key", "Signed properly with a stranger’s key that the header itself offers as “jwk”."),
    CRITICAL_HEADER(
            "Critical extension", "The right key, but its header demands an extension that nobody knows (“crit”)."),
    UNKNOWN("Not in the books", "The signature holds, but Smartum knows no such transaction."),
    EXPIRED("Expired", "The signature holds; the receipt says itself that it ended an hour ago."),
    FUTURE("From the future", "The signature holds; the receipt was made an hour from now."),
    NOT_PAID("Not paid", "The signature holds; the receipt itself says that it is cancelled."),
    OTHER_CURRENCY("Other currency", "The signature holds; the amount is in Swedish crowns."),
    NO_AMOUNT("Zero euro", "The signature holds; the amount is nothing."),
    TRUNCATED("Truncated", "The last third of the code is missing."),
    WEB_LINK("Random web link", "A web address that has nothing to do with receipts."),
    RUBBISH("10 kB of rubbish", "Ten thousand characters of noise; too long for a picture, so paste it.");

    private final String title;
    private final String meaning;

    Special(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
