package io.kassa.smartum.core.json;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object and nothing beside it: no duplicate members, no trailing commas or text, no comments, valid UTF-8
 * only, integers kept apart from other numbers.
 */
public final class StrictJson {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 16_384;
    private static final Object NOT_AN_INTEGER = new Object();
    private static final Object NOTHING = new Object();

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private StrictJson() {}

    public static JsonObject object(byte[] utf8) throws Unfit {
        String text = decode(utf8);
        if (text.startsWith("\uFEFF")) {
            throw new Unfit("JSON starts with a byte order mark");
        }
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unfit("not a JSON object");
            }
            JsonObject object = members(parser);
            if (parser.nextToken() != null) {
                throw new Unfit("something follows the JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new Unfit("not strict JSON");
        }
    }

    private static String decode(byte[] utf8) throws Unfit {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unfit("not UTF-8");
        }
    }

    private static JsonObject members(JsonParser parser) throws IOException {
        Map<String, Object> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonObject(members);
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return members(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return elements(parser);
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        return token.isNumeric() ? number(parser, token) : NOTHING;
    }

    private static Object number(JsonParser parser, JsonToken token) throws IOException {
        boolean fits =
                token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? (Object) parser.getLongValue() : NOT_AN_INTEGER;
    }
}
