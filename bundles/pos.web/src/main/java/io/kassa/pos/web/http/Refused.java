package io.kassa.pos.web.http;

/** A request ends here. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String place;

    public Refused(Refusal refusal) {
        this(refusal, "");
    }

    /** @param place what the words name, such as the member that was not understood */
    Refused(Refusal refusal, String place) {
        super(refusal.name());
        this.refusal = refusal;
        this.place = place;
    }

    public Refusal refusal() {
        return refusal;
    }

    String place() {
        return place;
    }
}
