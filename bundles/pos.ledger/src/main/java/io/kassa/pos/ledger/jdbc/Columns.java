package io.kassa.pos.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the columns of a statement's answers stand. A driver looks through all names again for each answer, which costs more than
 * the row.
 */
final class Columns {

    private final Map<String, Integer> indexes = new HashMap<>();

    int index(String column, ResultSet results) throws SQLException {
        Integer known = indexes.get(column);
        if (known != null) {
            return known;
        }
        int found = results.findColumn(column);
        indexes.put(column, found);
        return found;
    }
}
