package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A session with the till, over HTTP. A till that is killed meanwhile is an {@link UncheckedIOException}. */
final class TillApi {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ADMIN =
            Map.of("kind", "password", "name", "admin", "password", "demo-admin-2026");

    private final URI root;
    private final HttpClient client;
    private final List<Answer> refusals = new CopyOnWriteArrayList<>();
    private final CookieManager cookies = new CookieManager();
    private volatile BiConsumer<String, byte[]> witness = (path, body) -> {};
    private String csrf = "";

    record Answer(int status, JsonNode json) {
        boolean isGood() {
            return status / 100 == 2;
        }

        JsonNode must() {
            if (!isGood()) {
                throw new IllegalStateException(status + " " + json);
            }
            return json;
        }
    }

    TillApi(URI root) {
        this.root = root;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** @param listener gets every answer from now on, with its path */
    void overheardBy(BiConsumer<String, byte[]> listener) {
        witness = listener;
    }

    /** By what the till knows this browser. */
    List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .toList();
    }

    /** Of a page, with a name and a password where they are asked for. */
    HttpResponse<String> page(String path, String credentials) {
        try {
            HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                    .build();
            return client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was not done, with the words for it, since this session began. */
    List<Answer> refusals() {
        return refusals;
    }

    /** Every one of them in the three parts of a guidance, in every language of the till. */
    void refusedInWords() {
        for (Answer answer : refusals) {
            for (String part : List.of("happened", "money", "next")) {
                for (String language : List.of("en", "fi", "sv")) {
                    String words = answer.json()
                            .at("/guidance/" + part + "/texts/" + language)
                            .asText();
                    if (words.isBlank()) {
                        throw new AssertionError("refused without words, " + part + " " + language + ": " + answer);
                    }
                }
            }
        }
    }

    boolean isOpen() {
        try {
            return get("/api/session").isGood();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    int status(String path) {
        return page(path, "").statusCode();
    }

    void logIn() {
        logIn(ADMIN);
    }

    void logIn(Map<String, String> login) {
        csrf = get("/api/session").must().path("csrf").asText();
        csrf = post("/api/session", login).must().path("csrf").asText();
    }

    /** What makes a request this session's, past its client. */
    String head() {
        return "Cookie: kassa-session=" + cookies().get(0) + "\r\nX-Csrf-Token: " + csrf + "\r\n";
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, Object body) {
        return send("POST", path, body(body));
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body(body));
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    private Answer send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Origin", root.toString())
                .header("X-Csrf-Token", csrf)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            witness.accept(path, response.body());
            Answer answer = new Answer(response.statusCode(), JSON.readTree(response.body()));
            if (!answer.isGood()) {
                refusals.add(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher body(Object body) {
        try {
            return "".equals(body) ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
