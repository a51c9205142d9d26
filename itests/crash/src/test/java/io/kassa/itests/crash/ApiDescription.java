package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the till says that it answers, so that no endpoint is forgotten. */
final class ApiDescription {

    private static final Path FILE = Path.of("")
            .toAbsolutePath()
            .getParent()
            .getParent()
            .resolve("bundles/pos.web/src/main/resources/io/kassa/pos/web/openapi.json");

    private ApiDescription() {}

    /**
     * The paths that are read, without the stream of events, which has no end.
     *
     * @param values of all parameters
     */
    static List<String> reads(Map<String, String> values) throws IOException {
        JsonNode paths = TillApi.JSON.readTree(Files.readAllBytes(FILE)).path("paths");
        List<String> reads = new ArrayList<>();
        paths.properties().forEach(one -> {
            if (one.getValue().has("get") && !one.getKey().equals("/api/events")) {
                reads.add(filled(one.getKey(), values));
            }
        });
        return reads;
    }

    private static String filled(String path, Map<String, String> values) {
        String real = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            real = real.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (real.contains("{")) {
            throw new AssertionError("a parameter that is not known here: " + path);
        }
        return real;
    }
}
