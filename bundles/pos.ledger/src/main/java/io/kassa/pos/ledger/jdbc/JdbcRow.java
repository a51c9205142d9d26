package io.kassa.pos.ledger.jdbc;

import io.kassa.pos.ledger.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

final class JdbcRow implements Row {

    private final ResultSet results;
    private final Columns columns;

    JdbcRow(ResultSet results, Columns columns) {
        this.results = results;
        this.columns = columns;
    }

    @Override
    public long number(String column) {
        return present(column, findNumber(column));
    }

    @Override
    public String text(String column) {
        return present(column, findText(column));
    }

    @Override
    public Instant time(String column) {
        return present(column, findTime(column));
    }

    @Override
    public byte[] bytes(String column) {
        return present(column, findBytes(column));
    }

    @Override
    public boolean flag(String column) {
        return number(column) != 0;
    }

    @Override
    public Optional<Long> findNumber(String column) {
        return find(column, index -> {
            long value = results.getLong(index);
            return results.wasNull() ? null : value;
        });
    }

    @Override
    public Optional<String> findText(String column) {
        return find(column, results::getString);
    }

    @Override
    public Optional<Instant> findTime(String column) {
        return findNumber(column).map(Micros::instant);
    }

    @Override
    public Optional<byte[]> findBytes(String column) {
        return find(column, results::getBytes);
    }

    /** Gets null for what is empty. */
    private interface Getter<T> {
        T get(int index) throws SQLException;
    }

    private <T> Optional<T> find(String column, Getter<T> getter) {
        try {
            return Optional.ofNullable(getter.get(columns.index(column, results)));
        } catch (SQLException e) {
            throw new ColumnException(e);
        }
    }

    private static <T> T present(String column, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("Column " + column + " is empty"));
    }
}
