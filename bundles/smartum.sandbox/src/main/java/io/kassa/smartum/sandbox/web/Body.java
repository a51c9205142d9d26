package io.kassa.smartum.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.http.HttpRequest;
import java.io.IOException;

/** The JSON body of a request; what does not fit throws {@link IllegalArgumentException}. */
record Body(JsonNode json) {

    static Body of(HttpRequest request) {
        try {
            return new Body(Json.mapper().readTree(request.body()));
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    String text(String member) {
        JsonNode value = json.path(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(member + ": a text is missing");
        }
        return value.textValue();
    }

    long cents(String member) {
        JsonNode value = json.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(member + ": a number of cents is missing");
        }
        return value.longValue();
    }

    int number(String member, int otherwise) {
        return json.path(member).asInt(otherwise);
    }

    <E extends Enum<E>> E choice(String member, Class<E> type) {
        return Enum.valueOf(type, text(member));
    }

    <T> T part(String member, Class<T> type) {
        try {
            return Json.mapper().treeToValue(json.path(member), type);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    member + ": " + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }
}
