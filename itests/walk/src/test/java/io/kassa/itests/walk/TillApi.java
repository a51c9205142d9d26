package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/** The till's JSON API in the hands of an admin, to arrange what a test is not about. */
final class TillApi {
    private final URI root;
    private final Http http = new Http();
    private String csrf;

    private TillApi(URI root) {
        this.root = root;
        this.csrf = get("/api/session").path("csrf").asText();
    }

    static TillApi asAdmin(URI root, Login admin) {
        TillApi api = new TillApi(root);
        JsonNode session =
                api.post("/api/session", Map.of("kind", "password", "name", admin.name(), "password", admin.secret()));
        api.csrf = session.path("csrf").asText();
        return api;
    }

    /** What the answer says, as text: to look for what must not be in it. */
    String text(String path) {
        return http.get(root.resolve(path)).text();
    }

    JsonNode get(String path) {
        return http.get(root.resolve(path)).json();
    }

    JsonNode post(String path, Object body) {
        return change("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return change("PUT", path, body);
    }

    JsonNode delete(String path) {
        return change("DELETE", path, "");
    }

    /** What a command is refused with. */
    JsonNode refused(String path, Object body) {
        Http.Answer answer = http.send("POST", root.resolve(path), body, headers());
        if (answer.status() / 100 != 4) {
            throw new AssertionError(path + " is not refused: " + answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    private JsonNode change(String method, String path, Object body) {
        return http.must(method, root.resolve(path), body, headers()).json();
    }

    private Map<String, String> headers() {
        String origin = root.getScheme() + "://" + root.getAuthority();
        return Map.of("Origin", origin, "X-Csrf-Token", csrf == null ? "" : csrf);
    }
}
