package io.kassa.pos.web.http;

import io.kassa.pos.web.json.JsonWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes replies to servlet responses. */
final class Answers {

    private final JsonWriter json = new JsonWriter();

    void write(HttpServletResponse response, Reply reply) throws IOException {
        if (reply instanceof Reply.Taken) {
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (reply instanceof Reply.Json it) {
            it.cookies().forEach(response::addCookie);
            response.setStatus(it.status());
            send(response, it.status() < 400 ? "application/json" : "application/problem+json", json.write(it.body()));
        } else if (reply instanceof Reply.Raw it) {
            response.setStatus(it.status());
            send(response, it.type(), it.bytes());
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
