package io.kassa.pos.ledger.jdbc;

import java.sql.SQLException;

/** Carries an error of a column out of a mapper. */
final class ColumnException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final SQLException error;

    ColumnException(SQLException error) {
        super(error);
        this.error = error;
    }

    @Override
    public synchronized SQLException getCause() {
        return error;
    }
}
