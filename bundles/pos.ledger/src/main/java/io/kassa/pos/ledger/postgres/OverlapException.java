package io.kassa.pos.ledger.postgres;

/** Another transaction wrote what this one read or wrote: run it again. */
final class OverlapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverlapException(Throwable cause) {
        super(cause);
    }
}
