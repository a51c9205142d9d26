package io.kassa.pos.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes records as they are: a component a member; an empty Optional is left out. */
public final class JsonWriter {

    private final JsonFactory factory = new JsonFactory();

    /** The value in UTF-8, on one line. */
    public byte[] write(Object value) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = factory.createGenerator(bytes)) {
            value(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("Not possible in memory", e);
        }
        return bytes.toByteArray();
    }

    private void value(JsonGenerator out, Object value) throws IOException {
        if (value instanceof String || value instanceof Enum<?> || value instanceof Instant) {
            out.writeString(value.toString());
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Currency currency) {
            out.writeString(currency.getCurrencyCode());
        } else if (value instanceof AttemptId || value instanceof SaleId) {
            out.writeString(value.toString());
        } else if (value instanceof ProductLabel label) {
            out.writeString(label.name());
        } else if (value instanceof Message message) {
            message(out, message);
        } else if (value instanceof Record parts) {
            members(out, parts);
        } else if (value instanceof Collection<?> values) {
            out.writeStartArray();
            for (Object each : values) {
                value(out, each);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> entries) {
            map(out, entries);
        } else {
            throw new IllegalArgumentException("Has no form in JSON: " + value.getClass());
        }
    }

    private void message(JsonGenerator out, Message message) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", message.code());
        out.writeFieldName("texts");
        map(out, new TreeMap<>(message.texts()));
        out.writeEndObject();
    }

    private void map(JsonGenerator out, Map<?, ?> entries) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.writeFieldName(entry.getKey().toString());
            value(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private void members(JsonGenerator out, Record value) throws IOException {
        out.writeStartObject();
        Optional<String> kind = Kinds.of(value);
        if (kind.isPresent()) {
            out.writeStringField(Kinds.MEMBER, kind.get());
        }
        for (Shape.Part part : Shape.of(value.getClass()).parts()) {
            Object member = part.of(value);
            Object present = member instanceof Optional<?> optional ? optional.orElse(null) : member;
            if (present != null) {
                out.writeFieldName(part.name());
                value(out, present);
            }
        }
        out.writeEndObject();
    }
}
