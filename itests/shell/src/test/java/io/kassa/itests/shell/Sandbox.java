package io.kassa.itests.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Smartum on the desk, steered over HTTP as its phone and its panel are. */
final class Sandbox {

    static final String VENUE = "ven_pDmadXvNHA6XWoew";
    static final String BENEFIT = "exercise";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TO_START = Duration.ofSeconds(40);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI pages;

    Sandbox(URI pages) {
        this.pages = pages;
    }

    record Receipt(String transaction, String code) {}

    /** Once its bundle listens, a moment after the framework has started. */
    void isUp() {
        long end = System.nanoTime() + TO_START.toNanos();
        while (true) {
            try {
                connection();
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                Terminal.pause();
            }
        }
    }

    Receipt pays(long cents) {
        String id = post("/phone/payments", Map.of("venue", VENUE, "benefit", BENEFIT, "cents", cents))
                .path("id")
                .asText();
        return new Receipt(id, send(request("/receipts/" + id + ".txt").GET()).strip());
    }

    JsonNode connection() {
        return get("/control/connection");
    }

    void refundsAtAnyTime() {
        post("/control/settings", Map.of("window", "ALWAYS"));
    }

    void troubles(String target, Map<String, Object> trouble) {
        post("/control/troubles", Map.of("target", target, "trouble", trouble, "calls", 1));
    }

    boolean wasAsked(String target) {
        return get("/control/calls").findValuesAsText("target").contains(target);
    }

    /** The payment as Smartum's books have it. */
    JsonNode payment(String transaction) {
        for (JsonNode payment : get("/control/state").path("payments")) {
            if (payment.path("id").asText().equals(transaction)) {
                return payment;
            }
        }
        throw new AssertionError("Not in the books: " + transaction);
    }

    private JsonNode get(String path) {
        return read(send(request(path).GET()));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        try {
            return read(send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(pages.resolve(path)).timeout(PATIENCE);
    }

    private String send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(response + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
