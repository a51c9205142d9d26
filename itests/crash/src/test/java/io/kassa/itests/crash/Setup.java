package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an admin does before the first sale, over the till's own pages' API. */
final class Setup {

    private static final int TRIES = 500;

    private final TillApi api;

    Setup(TillApi api) {
        this.api = api;
    }

    /** The documented settings, for the sandbox's first venue. */
    static Map<String, List<String>> values(JsonNode connection, URI root) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("smartumUrl", List.of(root.toString()));
        values.put("smartumApiPublicKey", List.of(connection.path("publicKey").asText()));
        values.put("smartumClientId", List.of(connection.path("clientId").asText()));
        values.put(
                "smartumClientSecret", List.of(connection.path("clientSecret").asText()));
        values.put("smartumVenueId", List.of(Provider.VENUE));
        values.put("smartumBenefitType", List.of(Provider.BENEFIT));
        values.put("enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel", List.of("liikunta"));
        values.put("refundWindow", List.of("UNLIMITED"));
        return values;
    }

    /** Those that are stored. */
    List<String> configurations() {
        List<String> ids = new ArrayList<>();
        form().path("configurations").forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    String configurationOf(String method) {
        for (JsonNode one : form().path("configurations")) {
            if (one.toString().contains("\"" + method + "\"")) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no configuration of " + method);
    }

    /** @param configuration the one that is changed; empty for a new one */
    void save(Map<String, List<String>> values, Optional<String> configuration) {
        Map<String, Object> draft = new LinkedHashMap<>(Map.of("values", values));
        configuration.ifPresent(id -> draft.put("configuration", id));
        String form = form().path("factoryPid").asText();
        JsonNode saved =
                api.post("/api/config/forms/" + form + "/configurations", draft).must();
        if (!saved.path("stored").asBoolean()) {
            throw new AssertionError("not stored: " + saved);
        }
    }

    void delete(String configuration) {
        api.delete("/api/config/forms/" + form().path("factoryPid").asText() + "/configurations/" + configuration)
                .must();
    }

    private JsonNode form() {
        for (int tries = 0; tries < TRIES; tries++) {
            JsonNode forms = api.get("/api/config/forms").must();
            if (!forms.isEmpty()) {
                return forms.get(0);
            }
            Java.pause(20);
        }
        throw new AssertionError("no plug-in offers a form");
    }

    /** Waits until the method is there, and switches it on. */
    void enable(String method) {
        for (int tries = 0; !known().contains(method); tries++) {
            if (tries == TRIES) {
                throw new AssertionError("the plug-in does not come: " + method);
            }
            Java.pause(20);
        }
        Map<String, Object> settings = Map.of(
                "enabled",
                true,
                "account",
                "1",
                "surplusAccount",
                "2",
                "registerCheck",
                true,
                "quick",
                false,
                "rounding",
                false);
        api.put("/api/config/methods/" + method, settings).must();
    }

    private List<String> known() {
        return api.get("/api/config/methods").must().findValuesAsText("id");
    }

    /** Beside cash and card. */
    void register(String register, String... methods) {
        List<String> all = new ArrayList<>(List.of("cash", "card"));
        all.addAll(List.of(methods));
        api.put("/api/config/registers/" + register, Map.of("name", register, "methods", all))
                .must();
    }
}
