package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web console of {@code ./pos debug}, with the password that its banner names. */
final class Console {
    private static final Pattern LOGIN = Pattern.compile("Console +(\\S+) +(\\S+), password (\\S+)");

    private final Http http = new Http();
    private final String root;
    private final String login;

    Console(TillProcess till) {
        Matcher told = LOGIN.matcher(till.output());
        if (!told.find()) {
            throw new AssertionError("no console in the banner:\n" + till.output());
        }
        this.root = told.group(1);
        this.login = told.group(2) + ":" + told.group(3);
    }

    /** What it answers to somebody who does not log in. */
    int statusWithoutLogin() {
        return http.send("GET", URI.create(root + "/bundles"), "", Map.of()).status();
    }

    void stops(String bundle) {
        does("stop", bundle);
    }

    void starts(String bundle) {
        does("start", bundle);
    }

    private void does(String action, String bundle) {
        must("POST", "/bundles/" + number(bundle) + "?action=" + action);
    }

    private long number(String bundle) {
        for (JsonNode each : must("GET", "/bundles.json").path("data")) {
            if (each.path("symbolicName").asText().equals(bundle)) {
                return each.path("id").asLong();
            }
        }
        throw new AssertionError("no bundle " + bundle);
    }

    private JsonNode must(String method, String path) {
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return http.must(method, URI.create(root + path), "", Map.of("Authorization", "Basic " + basic))
                .json();
    }
}
