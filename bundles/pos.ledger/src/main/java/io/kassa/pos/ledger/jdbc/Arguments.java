package io.kassa.pos.ledger.jdbc;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** Values into statements, the same way in every database. */
final class Arguments {

    private Arguments() {}

    /** Returns the index after the last one. */
    static int bindAll(PreparedStatement statement, int from, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, from + i, arguments[i]);
        }
        return from + arguments.length;
    }

    static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        if (argument instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bind(statement, index, optional.get());
            } else {
                statement.setNull(index, Types.NULL);
            }
        } else if (argument instanceof String text) {
            statement.setString(index, text);
        } else if (argument instanceof Long || argument instanceof Integer) {
            statement.setLong(index, ((Number) argument).longValue());
        } else if (argument instanceof Boolean flag) {
            statement.setLong(index, flag ? 1 : 0);
        } else if (argument instanceof Instant instant) {
            statement.setLong(index, Micros.of(instant));
        } else if (argument instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (argument instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (argument instanceof AttemptId attempt) {
            statement.setString(index, attempt.value());
        } else if (argument instanceof SaleId sale) {
            statement.setString(index, sale.value());
        } else {
            throw new IllegalArgumentException("Argument " + index + " is of no type that the books keep");
        }
    }
}
