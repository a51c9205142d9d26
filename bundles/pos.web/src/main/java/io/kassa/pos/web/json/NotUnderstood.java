package io.kassa.pos.web.json;

/** A text that is not what was asked for. Names the place, in words of the description only, and never what stood there. */
public final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    NotUnderstood(String place) {
        super("Not understood at " + place);
        this.place = place;
    }

    /** Such as {@code answer.money.minor}; empty for the whole. */
    public String place() {
        return place;
    }
}
