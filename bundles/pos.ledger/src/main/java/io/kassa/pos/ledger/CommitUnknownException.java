package io.kassa.pos.ledger;

/**
 * The database was lost before it answered a commit: the work is stored, or it is not. Read again by the attempt's id before
 * anybody is told anything. Deliberately not a {@code LedgerUnavailableException}, which promises that nothing was stored.
 */
public final class CommitUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommitUnknownException(Throwable cause) {
        super("The database was lost before it said whether it stored the work", cause);
    }
}
