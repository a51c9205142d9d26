package io.kassa.pos.spi.ledger;

/** The books cannot be read or written. Nothing was granted; the host tells people what to do. */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
