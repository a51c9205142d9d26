package io.kassa.itests.frameworks;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;

/** Smartum on the desk: a bundle of the same framework that exports nothing, so it is steered over HTTP. */
public final class Sandbox {

    static final String VENUE = "ven_pDmadXvNHA6XWoew";
    public static final String SPORT = "exercise";
    static final String MASSAGE = "massage";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI pages;

    /** @param code what the customer's phone shows */
    public record Receipt(String transaction, String code) {}

    public Sandbox(BundleContext context) {
        this.pages = URI.create("http://127.0.0.1:" + context.getProperty(Shipped.SANDBOX_PAGES));
    }

    /** Once the bundle listens. */
    void isUp() {
        Eventually.holds("the sandbox answers", this::answers);
        post("/control/settings", Map.of("window", "ALWAYS"));
    }

    public Receipt pays(long cents) {
        JsonNode paid = post("/phone/payments", Map.of("venue", VENUE, "benefit", SPORT, "cents", cents));
        String id = paid.path("id").asText();
        return new Receipt(id, send(request("/receipts/" + id + ".txt").GET()));
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

    /** What an admin enters under Configuration: root, clientId, clientSecret, publicKey. */
    public String connection(String what) {
        return get("/control/connection").path(what).asText();
    }

    /** A receipt that differs from a genuine one in one way, see {@link #specials()}. */
    public String issues(String special, long cents) {
        Map<String, ?> wish = Map.of("special", special, "venue", VENUE, "benefit", SPORT, "cents", cents);
        return post("/control/receipts", wish).path("text").asText();
    }

    public List<String> specials() {
        return texts(get("/control/state").path("specials"), "kind");
    }

    public void topsUp(String benefit, long cents) {
        post("/control/accounts/" + benefit, Map.of("cents", cents));
    }

    /** The last ones, by their ids. */
    public Set<String> payments() {
        return Set.copyOf(texts(get("/control/state").path("payments"), "id"));
    }

    /** What went back of the last payments, except those. */
    public long refundedCents(Set<String> except) {
        long cents = 0;
        for (JsonNode payment : get("/control/state").path("payments")) {
            boolean counts = !payment.path("state").asText().equals("CANCELLED")
                    && !except.contains(payment.path("id").asText());
            cents += counts ? payment.path("refundedCents").asLong() : 0;
        }
        return cents;
    }

    /** What the API was asked last, answered or not. */
    public String newestCall() {
        return get("/control/calls").path(0).toString();
    }

    /** Trouble that stands until it is cleared. */
    public void has(String target, Map<String, ?> trouble) {
        post("/control/troubles", Map.of("target", target, "trouble", trouble));
    }

    public void clearsTroubles() {
        send(request("/control/troubles").DELETE());
    }

    private static List<String> texts(JsonNode all, String member) {
        List<String> texts = new ArrayList<>();
        all.forEach(each -> texts.add(each.path(member).asText()));
        return texts;
    }

    /** The next refund is made, and its answer gets lost. */
    void losesAnswerToRefund() {
        post(
                "/control/troubles",
                Map.of("target", "REFUND", "trouble", Map.of("kind", "lose-answer-after-processing"), "calls", 1));
    }

    private boolean answers() {
        try {
            get("/control/connection");
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private JsonNode get(String path) {
        return read(send(request(path).GET()));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        try {
            String text = json.writeValueAsString(body);
            return read(send(
                    request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text))));
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
