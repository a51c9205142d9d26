package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Smartum on the desk, steered as its phone and its operator panel do. */
final class Sandbox {
    /** The shop's venue, and the benefit that it takes there. */
    static final String VENUE = "ven_pDmadXvNHA6XWoew";

    static final String BENEFIT = "exercise";

    private final URI pages;
    private final Http http = new Http();

    Sandbox(URI pages) {
        this.pages = pages;
    }

    URI page(String path) {
        return pages.resolve(path);
    }

    /** The customer pays the shop. */
    SmartumReceipt pays(long cents) {
        Map<String, Object> order = Map.of("venue", VENUE, "benefit", BENEFIT, "cents", cents);
        String id = post("/phone/payments", order).path("id").asText();
        return new SmartumReceipt(id, text(id), picture(id));
    }

    /** A receipt that differs from a genuine one in one way. */
    SmartumReceipt issues(String special, long cents) {
        return issues(special, BENEFIT, cents);
    }

    /** The same for a benefit that the venue need not take. */
    SmartumReceipt issues(String special, String benefit, long cents) {
        Map<String, Object> wish = Map.of("special", special, "venue", VENUE, "benefit", benefit, "cents", cents);
        JsonNode issued = post("/control/receipts", wish);
        String id = issued.path("id").asText();
        byte[] picture = issued.path("picture").asBoolean() ? picture(id) : new byte[0];
        return new SmartumReceipt(
                issued.path("transaction").asText(), issued.path("text").asText(), picture);
    }

    /** What is left of the customer's benefit money, in cents. */
    long balance() {
        return get("/phone/state").path("balances").path(BENEFIT).asLong();
    }

    /** The payment as Smartum's books have it. */
    JsonNode payment(String transaction) {
        for (JsonNode payment : get("/control/state").path("payments")) {
            if (payment.path("id").asText().equals(transaction)) {
                return payment;
            }
        }
        throw new AssertionError("not in the books: " + transaction);
    }

    /** Cancels a payment from Smartum's side. */
    void cancels(String transaction) {
        post("/control/payments/" + transaction + "/cancel", Map.of());
    }

    /** When refunds end: {@code SAME_DAY} and the like. */
    void refundWindow(String window) {
        post("/control/settings", Map.of("window", window));
    }

    /** Trouble for that many calls; 0 until {@link #calmsDown()}. */
    void troubles(String target, String kind, int calls) {
        troubles(target, Map.of("kind", kind), calls);
    }

    void troubles(String target, Map<String, Object> trouble, int calls) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("target", target);
        wish.put("trouble", trouble);
        wish.put("calls", calls);
        post("/control/troubles", wish);
    }

    void calmsDown() {
        http.must("DELETE", page("/control/troubles"), "", Map.of());
    }

    /** What the API was asked, newest first. */
    List<String> calls(String target) {
        return get("/control/calls").findValuesAsText("target").stream()
                .filter(target::equals)
                .toList();
    }

    /** Until such a call has arrived. */
    void awaitCall(String target) {
        Eventually.within(
                Duration.ofSeconds(10),
                "a call: " + target,
                () -> calls(target).isEmpty() ? Optional.empty() : Optional.of(true));
    }

    /** What an admin enters under Configuration. */
    JsonNode connection() {
        return get("/control/connection");
    }

    private String text(String id) {
        return http.get(page("/receipts/" + id + ".txt")).text();
    }

    private byte[] picture(String id) {
        return http.get(page("/receipts/" + id + ".png?scale=8")).body();
    }

    private JsonNode get(String path) {
        return http.get(page(path)).json();
    }

    private JsonNode post(String path, Object body) {
        return http.must("POST", page(path), body, Map.of()).json();
    }
}
