package io.kassa.pos.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Whether a value is what a schema of the description says, and has nothing that it does not say. */
final class Fit {

    private static final Map<String, Predicate<JsonNode>> TYPES = Map.of(
            "object", JsonNode::isObject,
            "array", JsonNode::isArray,
            "string", JsonNode::isTextual,
            "integer", JsonNode::isIntegralNumber,
            "boolean", JsonNode::isBoolean);

    private final Description description;
    private final List<String> faults = new ArrayList<>();

    private Fit(Description description) {
        this.description = description;
    }

    static List<String> faults(Description description, JsonNode schema, JsonNode value) {
        var fit = new Fit(description);
        fit.check(schema, value, "");
        return fit.faults;
    }

    private void check(JsonNode given, JsonNode value, String place) {
        JsonNode schema = description.resolve(given);
        if (schema.has("oneOf")) {
            JsonNode variant = description.resolve(new com.fasterxml.jackson.databind.node.ObjectNode(
                            com.fasterxml.jackson.databind.node.JsonNodeFactory.instance)
                    .put(
                            "$ref",
                            schema.at("/discriminator/mapping/"
                                            + value.path("kind").asText())
                                    .asText()));
            check(variant, value, place);
            return;
        }
        if (schema.has("const")) {
            expect(schema.path("const").equals(value), place + " is not " + schema.path("const"));
            return;
        }
        expect(TYPES.get(schema.path("type").asText()).test(value), place + " is no " + schema.path("type"));
        if (schema.has("enum")) {
            expect(
                    StreamSupport.stream(schema.path("enum").spliterator(), false)
                            .anyMatch(value::equals),
                    place + " is none of " + schema.path("enum"));
        }
        if (value.isArray()) {
            value.forEach(each -> check(schema.path("items"), each, place + "[]"));
        } else if (value.isObject() && schema.size() > 1) {
            members(schema, value, place);
        }
    }

    private void members(JsonNode schema, JsonNode value, String place) {
        schema.path("required").forEach(name -> expect(value.has(name.asText()), place + " misses " + name));
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode wanted = known.isMissingNode() ? schema.path("additionalProperties") : known;
            expect(wanted.isObject(), place + " knows no " + member.getKey());
            if (wanted.isObject()) {
                check(wanted, member.getValue(), place + "." + member.getKey());
            }
        });
    }

    private void expect(boolean so, String fault) {
        if (!so) {
            faults.add(fault);
        }
    }
}
