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

    private final Object[] values;

    /** @throws IllegalArgumentException when one is of no type that the books keep */
    Arguments(Object... arguments) {
        this.values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = value(arguments[i], i + 1);
        }
    }

    /** Returns the index after the last one. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, from + i, values[i]);
        }
        return from + values.length;
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setNull(index, Types.NULL);
        }
    }

    /** As the books keep it: a text, a number, bytes, or null for an empty column. */
    private static Object value(Object argument, int index) {
        if (argument instanceof Optional<?> optional) {
            return optional.isPresent() ? value(optional.get(), index) : null;
        } else if (argument instanceof String || argument instanceof Long || argument instanceof byte[]) {
            return argument;
        } else if (argument instanceof Integer number) {
            return number.longValue();
        } else if (argument instanceof Boolean flag) {
            return flag ? 1L : 0L;
        } else if (argument instanceof Instant instant) {
            return Micros.of(instant);
        } else if (argument instanceof Enum<?> constant) {
            return constant.name();
        } else if (argument instanceof AttemptId attempt) {
            return attempt.value();
        } else if (argument instanceof SaleId sale) {
            return sale.value();
        }
        throw new IllegalArgumentException("Argument " + index + " is of no type that the books keep");
    }
}
