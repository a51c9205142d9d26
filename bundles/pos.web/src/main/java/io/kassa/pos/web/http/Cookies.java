package io.kassa.pos.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The cookies that the till gives: out of reach of scripts and of other sites. */
public enum Cookies {
    /** One login, or none yet; forgotten with the browser's window. */
    SESSION("kassa-session", -1),
    /** What a browser is known by when it is paired with a register; 400 days, the longest that browsers keep any. */
    BROWSER("kassa-browser", (int) Duration.ofDays(400).toSeconds());

    private final String title;
    private final int seconds;

    Cookies(String title, int seconds) {
        this.title = title;
        this.seconds = seconds;
    }

    Optional<String> in(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return all == null
                ? Optional.empty()
                : Arrays.stream(all)
                        .filter(cookie -> cookie.getName().equals(title))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    Cookie make(String value, boolean secure) {
        var cookie = new Cookie(title, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
