package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A register, cleared of what is under way there. */
final class Counter {
    private final TillApi admin;
    private final String path;

    Counter(TillApi admin, String register) {
        this.admin = admin;
        this.path = "/api/registers/" + register;
    }

    void clear() {
        JsonNode attempt = admin.get(path).path("attempt");
        String id = path + "/attempts/" + attempt.path("id").asText();
        if (attempt.has("ended")) {
            admin.delete(id);
        } else if (attempt.has("id")) {
            // whatever is asked, and also while nobody is there to ask
            admin.post(id + "/answers", Map.of("step", "any", "answer", Map.of("kind", "cancelled")));
        }
        JsonNode sale = admin.get(path).path("sale");
        if (sale.path("state").asText().equals("OPEN")) {
            admin.post(path + "/sales/" + sale.path("id").asText() + "/cancellation", Map.of("receipts", Map.of()));
        }
    }
}
