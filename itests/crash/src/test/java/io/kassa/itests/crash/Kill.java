package io.kassa.itests.crash;

/**
 * When the till is killed: at a commit of the books, at a request to the provider, or at some moment.
 *
 * @param ofServer whether it is not the till that is killed but the server of its database
 */
record Kill(Kind kind, String when, int number, boolean ofServer) {

    enum Kind {
        COMMIT,
        REQUEST,
        REFUND,
        MOMENT,
        NONE
    }

    static final Kill NONE = new Kill(Kind.NONE, "never", 0, false);

    static Kill commit(String when, int number) {
        return new Kill(Kind.COMMIT, when, number, false);
    }

    static Kill request(String when, int number) {
        return new Kill(Kind.REQUEST, when, number, false);
    }

    /** At the request that asks the provider for a refund, whatever other requests there are. */
    static Kill refund(String when) {
        return new Kill(Kind.REFUND, when, 1, false);
    }

    static Kill afterMillis(int millis) {
        return new Kill(Kind.MOMENT, "after", millis, false);
    }

    Kill ofTheServer() {
        return new Kill(kind, when, number, true);
    }

    @Override
    public String toString() {
        return (ofServer ? "the server " : "") + moment();
    }

    private String moment() {
        return switch (kind) {
            case COMMIT -> when + " commit " + number;
            case REQUEST -> when + " request " + number;
            case REFUND -> when + " the refund's request";
            case MOMENT -> "after " + number + " ms";
            case NONE -> "not at all";
        };
    }
}
