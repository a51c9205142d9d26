package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** One receipt at one register, up to the moment in which it is in front of the camera. */
final class Scan {

    private final TillApi api;
    private final String register;
    private final String sale;
    private final String attempt = UUID.randomUUID().toString();
    private final String step;
    private final String code;

    Scan(Shop shop, String register) {
        this.api = shop.api();
        this.register = register;
        this.sale = api.post(at("/lines"), Map.of("product", "gym-visit", "quantity", 1))
                .must()
                .at("/sale/id")
                .asText();
        JsonNode begun = api.post(at("/sales/" + sale + "/payments"), Map.of("attempt", attempt, "method", "smartum"))
                .must();
        this.step = begun.at("/attempt/step/name").asText();
        this.code = shop.provider().pays(1000).code();
    }

    private String at(String path) {
        return "/api/registers/" + register + path;
    }

    /** From the code to the answer of the till, which has to be that it is paid. */
    void read() {
        JsonNode paid = api.post(
                        at("/attempts/" + attempt + "/answers"),
                        Map.of("step", step, "answer", Map.of("kind", "scanned", "code", code)))
                .must();
        if (!paid.at("/sale/left/minor").asText().equals("0")) {
            throw new AssertionError("not paid: " + paid);
        }
    }

    void completes() {
        api.post(at("/sales/" + sale + "/completion"), "").must();
    }
}
