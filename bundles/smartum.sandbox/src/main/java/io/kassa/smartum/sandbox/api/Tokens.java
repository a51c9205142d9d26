package io.kassa.smartum.sandbox.api;

import io.kassa.smartum.sandbox.books.Ids;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens by client credentials (RFC 6749 §4.4 with HTTP Basic); they end with time and with the process. */
final class Tokens {
    private final Credentials client;
    private final Ids ids;
    private final Clock clock;
    private final Duration lifetime;
    private final Contract contract;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    Tokens(Credentials client, Ids ids, Clock clock, Duration lifetime, Contract contract) {
        this.client = client;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = lifetime;
        this.contract = contract;
    }

    Answer issue(HttpRequest request) {
        if (!basic(request)) {
            return Bodies.json(401, Map.of("error", "invalid_client"))
                    .with("WWW-Authenticate", "Basic realm=\"smartum\"");
        }
        if (!"client_credentials".equals(HttpRequest.form(request.text()).get("grant_type"))) {
            return Bodies.json(400, Map.of("error", "unsupported_grant_type"));
        }
        Instant now = clock.instant();
        ends.values().removeIf(now::isAfter);
        String token = ids.secret();
        ends.put(token, now.plus(lifetime));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(contract.word(Term.TOKEN_VALUE), token);
        body.put(contract.word(Term.TOKEN_TYPE), "Bearer");
        body.put(contract.word(Term.TOKEN_EXPIRES_IN), lifetime.toSeconds());
        return Bodies.json(200, body).with("Cache-Control", "no-store");
    }

    boolean accepts(HttpRequest request) {
        String header = request.header("authorization").orElse("");
        Instant end = header.startsWith("Bearer ") ? ends.get(header.substring("Bearer ".length())) : null;
        return end != null && clock.instant().isBefore(end);
    }

    void expireAll() {
        ends.clear();
    }

    private boolean basic(HttpRequest request) {
        String header = request.header("authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return false;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
            return same(pair, client.clientId() + ":" + client.clientSecret());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
