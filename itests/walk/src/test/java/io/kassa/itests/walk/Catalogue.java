package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What the demo shop sells. */
final class Catalogue {
    private final Map<String, JsonNode> products = new HashMap<>();

    Catalogue(JsonNode configured) {
        configured.forEach(product -> products.put(product.path("id").asText(), product));
    }

    String groupOf(String product) {
        return find(product).path("group").asText();
    }

    long priceOf(String product) {
        return find(product).path("price").path("minor").asLong();
    }

    private JsonNode find(String product) {
        JsonNode found = products.get(product);
        if (found == null) {
            throw new AssertionError("no " + product + " among " + products.keySet());
        }
        return found;
    }
}
