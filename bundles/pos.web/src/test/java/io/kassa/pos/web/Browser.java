package io.kassa.pos.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page in a browser does: keeps cookies, sends its origin and its CSRF token. */
final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, String> cookies = new LinkedHashMap<>();
    final String origin;
    String csrf = "";
    private final HttpClient client;

    Browser(HttpClient client, int port) {
        this.client = client;
        origin = "http://127.0.0.1:" + port;
    }

    Browser opens() {
        csrf = json(get("/api/session")).path("csrf").asText();
        return this;
    }

    Browser asAdmin() {
        return opens().logsIn("{\"kind\":\"password\",\"name\":\"Anna\",\"password\":\"" + SampleHost.PASSWORD + "\"}");
    }

    Browser asCashier(String register) {
        return opens().logsIn("{\"kind\":\"pin\",\"name\":\"Aino\",\"pin\":\"" + SampleHost.PIN + "\",\"register\":\""
                + register + "\"}");
    }

    /** A cashier at a browser that an admin paired with the register before. */
    Browser asPairedCashier(String register) {
        asAdmin().send("PUT", "/api/registers/" + register + "/pairing", "");
        return asCashier(register);
    }

    private Browser logsIn(String body) {
        HttpResponse<String> response = send("POST", "/api/session", body);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("Login: " + response.statusCode() + " " + response.body());
        }
        csrf = json(response).path("csrf").asText();
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> send(String method, String path, String json) {
        return send(writing(path)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    HttpResponse<String> sendBytes(String path, String type, byte[] body) {
        return send(writing(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder writing(String path) {
        return request(path).header("Origin", origin).header("X-Csrf-Token", csrf);
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(10));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        return request;
    }

    /** What makes a request on a wire this page's, but for the host and the origin. */
    String head() {
        return "Cookie: " + cookieHeader() + "\r\nX-Csrf-Token: " + csrf + "\r\n";
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, Browser::body);
    }

    /** The text; of an endless stream only that it began. */
    private static BodySubscriber<String> body(HttpResponse.ResponseInfo info) {
        boolean endless = info.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return endless
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Browser::closed)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static String closed(InputStream stream) {
        try {
            stream.close();
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> response = client.send(request.build(), handler);
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String[] parts = cookie.split(";")[0].split("=", 2);
                cookies.put(parts[0], parts[1]);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }
}
