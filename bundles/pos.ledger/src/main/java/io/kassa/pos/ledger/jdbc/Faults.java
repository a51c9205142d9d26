package io.kassa.pos.ledger.jdbc;

import java.sql.SQLException;

/** What a database means by its errors. */
@FunctionalInterface
public interface Faults {

    /**
     * @param doing what was tried, for the message; no values
     */
    RuntimeException translate(String doing, SQLException error);
}
