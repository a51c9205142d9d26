package io.kassa.pos.web.http;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;
import static jakarta.servlet.http.HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;

import java.util.Locale;

/** Why a request never reached the till, or why its answer is not known. The words are in {@code refusal_*.properties}. */
public enum Refusal {
    NOT_FOUND(SC_NOT_FOUND, "NOT_FOUND"),
    OTHER_METHOD(SC_METHOD_NOT_ALLOWED, "INVALID"),
    NOT_UNDERSTOOD(SC_BAD_REQUEST, "INVALID"),
    NOT_A_PICTURE(SC_BAD_REQUEST, "INVALID"),
    TOO_LARGE(413, "INVALID"),
    OTHER_TYPE(SC_UNSUPPORTED_MEDIA_TYPE, "INVALID"),
    OTHER_HOST(421, "INVALID"),
    NOT_ENCRYPTED(SC_FORBIDDEN, "FORBIDDEN"),
    OTHER_ORIGIN(SC_FORBIDDEN, "FORBIDDEN"),
    OLD_PAGE(SC_FORBIDDEN, "FORBIDDEN"),
    NOT_LOGGED_IN(SC_UNAUTHORIZED, "NOT_LOGGED_IN"),
    NOT_PAIRED(SC_FORBIDDEN, "FORBIDDEN"),
    OTHER_REGISTER(SC_FORBIDDEN, "FORBIDDEN"),
    ADMINS_ONLY(SC_FORBIDDEN, "FORBIDDEN"),
    PASSWORD_AGAIN(SC_FORBIDDEN, "PASSWORD_AGAIN"),
    BUSY(SC_SERVICE_UNAVAILABLE, "UNAVAILABLE"),
    NO_SERIAL(SC_SERVICE_UNAVAILABLE, "UNAVAILABLE"),
    NO_DEPLOYMENTS(SC_SERVICE_UNAVAILABLE, "UNAVAILABLE"),
    CLOSED(SC_SERVICE_UNAVAILABLE, "UNAVAILABLE"),
    BOOKS(SC_SERVICE_UNAVAILABLE, "UNAVAILABLE"),
    FAILED(SC_INTERNAL_SERVER_ERROR, "FAILED");

    private final int status;
    private final String kind;

    Refusal(int status, String kind) {
        this.status = status;
        this.kind = kind;
    }

    int status() {
        return status;
    }

    String kind() {
        return kind;
    }

    /** Where its words are. */
    String key() {
        return "web." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something may have been stored before it failed. */
    boolean mayHaveStored() {
        return this == BOOKS || this == FAILED;
    }
}
