package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.http.Handler;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Keeps other web sites out of the pages: a foreign Host (DNS rebinding), a foreign Origin, and forms, which cannot send
 * JSON. What goes out may load nothing from elsewhere.
 */
final class Guard implements Handler {
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Handler inner;

    Guard(Handler inner) {
        this.inner = inner;
    }

    @Override
    public Reply handle(HttpRequest request) {
        if (!allowed(request)) {
            return Answer.of(403, "text/plain", "not from here".getBytes(StandardCharsets.UTF_8));
        }
        Reply reply = inner.handle(request);
        if (reply instanceof Answer answer) {
            return answer.with("Content-Security-Policy", POLICY)
                    .with("X-Content-Type-Options", "nosniff")
                    .with("Referrer-Policy", "no-referrer")
                    .with("Cache-Control", "no-store");
        }
        return reply;
    }

    private static boolean allowed(HttpRequest request) {
        String host = request.header("host").orElse("");
        if (!HOSTS.contains(host.replaceFirst(":\\d+$", ""))) {
            return false;
        }
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return true;
        }
        boolean home = request.header("origin").map(("http://" + host)::equals).orElse(true);
        boolean json = request.header("content-type").orElse("").startsWith("application/json");
        return home && (json || request.method().equals("DELETE"));
    }
}
