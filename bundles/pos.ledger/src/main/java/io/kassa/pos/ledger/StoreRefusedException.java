package io.kassa.pos.ledger;

/** The store must not be used as it is; the message says why and what an admin does about it. */
public final class StoreRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreRefusedException(String message) {
        super(message);
    }
}
