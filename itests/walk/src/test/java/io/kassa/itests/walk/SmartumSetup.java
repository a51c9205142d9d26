package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Configures Smartum, enables it and puts it on register 1, as Configuration does page by page. */
final class SmartumSetup {
    static final String METHOD = "smartum";
    static final String LABEL_KEY = "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel";
    static final String LABEL = "liikunta";

    private final TillApi admin;
    private final Sandbox sandbox;

    private SmartumSetup(TillApi admin, Sandbox sandbox) {
        this.admin = admin;
        this.sandbox = sandbox;
    }

    static SmartumSetup of(TillApi admin, Sandbox sandbox) {
        return new SmartumSetup(admin, sandbox);
    }

    void everything() {
        // the walk may cross midnight
        sandbox.refundWindow("ALWAYS");
        store(Map.of("refundWindow", "DAYS 1"));
        enable(METHOD);
        addTo(Shop.FIRST, METHOD);
    }

    /** A second configuration of the same venue and benefit, as a method of its own. */
    void sameAgainAs(String method, String register) {
        store(Map.of("methodId", method, "methodName", "Smartum again"));
        enable(method);
        addTo(register, method);
    }

    /** Changes one setting of the configuration that is there. */
    void change(String key, String value) {
        JsonNode configured =
                admin.get("/api/config/forms").path(0).path("configurations").path(0);
        Map<String, List<String>> settings = values();
        settings.put(key, List.of(value));
        stored(Map.of("configuration", configured.path("id").asText(), "values", settings));
    }

    private void store(Map<String, String> more) {
        Map<String, List<String>> settings = values();
        more.forEach((key, value) -> settings.put(key, List.of(value)));
        stored(Map.of("values", settings));
    }

    private void stored(Map<String, ?> draft) {
        JsonNode saved = admin.post(configurations(), draft);
        if (!saved.path("stored").asBoolean()) {
            throw new AssertionError("not stored: " + saved.path("findings"));
        }
    }

    /** Deletes what is configured. */
    void forget() {
        for (JsonNode configured : admin.get("/api/config/forms").path(0).path("configurations")) {
            admin.delete(configurations() + "/" + configured.path("id").asText());
        }
    }

    private String configurations() {
        return "/api/config/forms/"
                + admin.get("/api/config/forms").path(0).path("factoryPid").asText() + "/configurations";
    }

    /** Once the plug-in has taken its configuration up. */
    private void enable(String method) {
        Eventually.within(
                Duration.ofSeconds(10),
                method + " is offered",
                () -> admin.get("/api/config/methods").findValuesAsText("id").contains(method)
                        ? Optional.of(true)
                        : Optional.empty());
        enable(method, true);
    }

    void enable(String method, boolean enabled) {
        Map<String, Object> settings = Map.of(
                "enabled",
                enabled,
                "account",
                "1955",
                "surplusAccount",
                "3990",
                "registerCheck",
                true,
                "quick",
                false,
                "rounding",
                false);
        admin.put("/api/config/methods/" + method, settings);
    }

    void addTo(String register, String method) {
        change(register, methods -> {
            if (!methods.contains(method)) {
                methods.add(method);
            }
        });
    }

    void takeOff(String register, String method) {
        change(register, methods -> methods.remove(method));
    }

    private void change(String register, Consumer<List<String>> change) {
        for (JsonNode settings : admin.get("/api/config/registers")) {
            if (settings.path("id").asText().equals(register)) {
                List<String> methods = new ArrayList<>();
                settings.path("methods").forEach(each -> methods.add(each.asText()));
                change.accept(methods);
                admin.put(
                        "/api/config/registers/" + register,
                        Map.of("name", settings.path("name").asText(), "methods", methods));
            }
        }
    }

    /** The seven settings, by their documented keys. */
    Map<String, List<String>> values() {
        JsonNode connection = sandbox.connection();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("smartumUrl", List.of(connection.path("root").asText()));
        values.put("smartumApiPublicKey", List.of(connection.path("publicKey").asText()));
        values.put("smartumClientId", List.of(connection.path("clientId").asText()));
        values.put(
                "smartumClientSecret", List.of(connection.path("clientSecret").asText()));
        values.put("smartumVenueId", List.of(Sandbox.VENUE));
        values.put("smartumBenefitType", List.of(Sandbox.BENEFIT));
        values.put(LABEL_KEY, List.of(LABEL));
        return values;
    }
}
