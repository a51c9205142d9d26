package io.kassa.pos.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads records strictly: every component is there once and nothing else; no null, no text for a number, no fraction for an
 * integer. An {@code Optional} component may be missing.
 */
public final class JsonReader {

    private static final int DEPTH = 12;
    private static final int DIGITS = 20;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(DIGITS)
                    .build())
            .build();

    /** Texts, {@code Long}s, {@code Boolean}s, lists and maps; whatever nobody asks for (null, fractions) is this. */
    private enum Unwanted {
        UNWANTED
    }

    public <T> T read(byte[] utf8, Class<T> type) throws NotUnderstood {
        try (JsonParser in = factory.createParser(decoded(utf8))) {
            Object tree = tree(in, in.nextToken());
            if (in.nextToken() != null) {
                throw new NotUnderstood("");
            }
            return type.cast(Binding.bind(tree, type, ""));
        } catch (IOException malformed) {
            throw new NotUnderstood("");
        }
    }

    private static String decoded(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    /** An escape can stand for half a character, which nothing can store or write again. */
    private static String sound(String text) throws CharacterCodingException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new CharacterCodingException();
        }
        return text;
    }

    private static Object tree(JsonParser in, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = sound(in.currentName());
                members.put(name, tree(in, in.nextToken()));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                values.add(tree(in, next));
            }
            return values;
        }
        if (token == JsonToken.VALUE_STRING) {
            return sound(in.getText());
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        boolean whole = token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return whole ? in.getLongValue() : Unwanted.UNWANTED;
    }
}
