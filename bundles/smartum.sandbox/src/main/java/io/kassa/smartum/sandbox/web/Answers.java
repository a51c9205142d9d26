package io.kassa.smartum.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import java.util.Map;

/** Answers to the pages. */
final class Answers {
    private Answers() {}

    static Answer json(int status, Object body) {
        return Answer.json(status, text(body));
    }

    static Answer problem(int status, String code, String detail) {
        return json(status, Map.of("code", code, "detail", detail));
    }

    static String text(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
