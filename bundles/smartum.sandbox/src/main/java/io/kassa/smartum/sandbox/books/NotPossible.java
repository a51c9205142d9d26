package io.kassa.smartum.sandbox.books;

/** The provider does not do what was asked for; nothing has changed. */
public final class NotPossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Why {
        NO_SUCH_VENUE,
        NO_AMOUNT,
        BENEFIT_NOT_TAKEN,
        NOT_ENOUGH,
        NOT_PAID_ANY_MORE
    }

    private final Why why;

    NotPossible(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
