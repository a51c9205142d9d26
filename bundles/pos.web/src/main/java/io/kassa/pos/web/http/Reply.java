package io.kassa.pos.web.http;

import io.kassa.pos.host.common.Result;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.function.Function;

/** What goes back. */
public sealed interface Reply {

    /** @param body records, as {@code JsonWriter} writes them */
    record Json(int status, Object body, List<Cookie> cookies) implements Reply {

        Json(int status, Object body) {
            this(status, body, List.of());
        }
    }

    record Raw(int status, String type, byte[] bytes) implements Reply {

        public Raw(String type, byte[] bytes) {
            this(200, type, bytes);
        }
    }

    record Nothing() implements Reply {}

    /** Somebody else answers, in their own time. */
    record Taken() implements Reply {}

    static Reply ok(Object body) {
        return new Json(200, body);
    }

    static Reply ok(Object body, Cookie cookie) {
        return new Json(200, body, List.of(cookie));
    }

    /** The value, or the refusal as a problem. */
    static Reply of(Result<?> result) {
        return of(result, value -> value);
    }

    /** What is made of the value, or the refusal as a problem. */
    static <T> Reply of(Result<T> result, Function<T, Object> body) {
        return result instanceof Result.Refused<T> refused
                ? Problems.of(refused)
                : ok(body.apply(((Result.Ok<T>) result).value()));
    }
}
