package io.kassa.pos.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers in place of the API while the till is not open: it is starting, or its books cannot be opened. Whoever serves everything
 * asks it; a servlet of its own would be taken away when the API comes, under the hands of whoever is being answered.
 */
public final class Closed {

    private final Problems problems = new Problems();
    private final Answers answers = new Answers();

    /** Whether only an open till answers that. */
    public boolean isAskedFor(String path) {
        return path.startsWith("/api/") || path.equals("/health") || path.equals("/metrics");
    }

    public void answer(HttpServletResponse response, String path) throws IOException {
        // what a body holds is not for a till that cannot store it
        response.setHeader("Connection", "close");
        answers.write(response, path.equals("/health") ? notOk() : problems.of(new Refused(Refusal.CLOSED)));
    }

    private static Reply notOk() {
        int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        return new Reply.Raw(status, "text/plain;charset=utf-8", "not ok\n".getBytes(StandardCharsets.US_ASCII));
    }
}
