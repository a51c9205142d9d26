package io.kassa.pos.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A body that a schema of the description allows, with every member in it. */
final class Bodies {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Bodies() {}

    static JsonNode of(Description description, JsonNode given) {
        JsonNode schema = description.resolve(given);
        if (schema.has("oneOf")) {
            return of(description, schema.path("oneOf").get(0));
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(description, schema);
            case "array" -> MAKE.arrayNode().add(of(description, schema.path("items")));
            case "integer" -> MAKE.numberNode(1);
            case "boolean" -> MAKE.booleanNode(true);
            default -> MAKE.textNode(schema.path("pattern").asText().contains("A-Z]{3}") ? "EUR" : "1");
        };
    }

    private static JsonNode object(Description description, JsonNode schema) {
        ObjectNode object = MAKE.objectNode();
        schema.path("properties")
                .properties()
                .forEach(member -> object.set(member.getKey(), of(description, member.getValue())));
        if (schema.path("additionalProperties").isObject()) {
            object.set("1", of(description, schema.path("additionalProperties")));
        }
        return object;
    }
}
