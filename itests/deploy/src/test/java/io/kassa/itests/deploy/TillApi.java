package io.kassa.itests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The till's JSON API, as an admin uses it; by several threads at a time. */
final class TillApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "demo-admin-2026";

    private final URI root;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private volatile String csrf = "";

    record Answer(int status, String text) {
        boolean isGood() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }
    }

    TillApi(URI root) {
        this.root = root;
    }

    /** Waits until the till is open, then logs in. */
    void logIn() throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            try {
                Answer session = get("/api/session");
                if (session.isGood()) {
                    csrf = session.json().path("csrf").asText();
                    csrf = must(post("/api/session", Map.of("kind", "password", "name", "admin", "password", PASSWORD)))
                            .path("csrf")
                            .asText();
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // it is being started
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the till does not open");
    }

    static JsonNode must(Answer answer) {
        if (!answer.isGood()) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    Answer post(String path, Object body) {
        return send("POST", path, json(body), "application/json");
    }

    Answer put(String path, Object body) {
        return send("PUT", path, json(body), "application/json");
    }

    Answer deploy(Path jar) throws IOException {
        confirm();
        return send(
                "POST", "/api/config/plug-ins?file=new.jar", BodyPublishers.ofFile(jar), "application/java-archive");
    }

    Answer rollBack() {
        confirm();
        return post("/api/config/plug-ins/" + Till.PLUG_IN + "/rollback", "");
    }

    private void confirm() {
        Answer confirmed = post("/api/session/confirmation", Map.of("password", PASSWORD));
        if (!confirmed.isGood()) {
            throw new AssertionError(confirmed.text());
        }
    }

    private Answer send(String method, String path, BodyPublisher body, String type) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body)
                .header("Content-Type", type)
                .header("Origin", root.toString())
                .header("X-Csrf-Token", csrf)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return "".equals(body) ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
