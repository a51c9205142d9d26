package io.kassa.pos.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The API's description, read for tests. */
final class Description {

    private final JsonNode root;

    /** @param access as {@code x-access} says */
    record Operation(String method, String path, String access, JsonNode node) {

        /** The path with something for each name in it, and what has to stand behind it. */
        String example(String register) {
            return address(register, "x1", "1").replace("file=1", "file=new.jar");
        }

        /** The same with that text wherever one can be chosen. */
        String withEverywhere(String text) {
            return address(text, text, text);
        }

        private String address(String register, String id, String query) {
            String filled = path.replace("{register}", register)
                    .replace("{line}", id.equals("x1") ? "1" : id)
                    .replaceAll("\\{\\w+}", id);
            List<String> asked = queries()
                    .map(name -> name + "=" + (name.equals("register") ? register : query))
                    .toList();
            return asked.isEmpty() ? filled : filled + "?" + String.join("&", asked);
        }

        boolean namesARegister() {
            return path.contains("{register}") || queries().anyMatch("register"::equals);
        }

        private Stream<String> queries() {
            return StreamSupport.stream(node.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText());
        }

        boolean streams() {
            return node.path("responses").path("200").path("content").has("text/event-stream");
        }

        boolean isText() {
            return node.path("responses").path("200").path("content").has("text/plain");
        }

        boolean takesPicture() {
            return node.path("requestBody").path("content").has("image/png");
        }

        boolean takesArchive() {
            return node.path("requestBody").path("content").has("application/java-archive");
        }

        JsonNode input() {
            return node.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        JsonNode output() {
            return node.path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Description() throws IOException {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            root = new ObjectMapper().readTree(in);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("x-access").asText(),
                                operation.getValue()))));
        return all;
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    JsonNode schema(String name) {
        return schemas().path(name);
    }

    JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode() ? schema : schema(name(schema));
    }

    static String name(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
