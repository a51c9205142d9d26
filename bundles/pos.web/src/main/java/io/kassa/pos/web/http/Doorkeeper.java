package io.kassa.pos.web.http;

import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.web.json.JsonReader;
import io.kassa.pos.web.login.Browsers;
import io.kassa.pos.web.login.Csrf;
import io.kassa.pos.web.login.Session;
import io.kassa.pos.web.login.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a request in, or says why not: its origin, its CSRF token, its login, its role, its register. */
public final class Doorkeeper {

    public static final String CSRF = "X-Csrf-Token";

    private final Sessions sessions;
    private final Browsers browsers;
    private final Csrf csrf;
    private final Authorities authorities;
    private final ScrapeToken scrapers;

    public Doorkeeper(Sessions sessions, Browsers browsers, Csrf csrf, Authorities authorities, ScrapeToken scrapers) {
        this.authorities = authorities;
        this.scrapers = scrapers;
        this.sessions = sessions;
        this.browsers = browsers;
        this.csrf = csrf;
    }

    Call admit(HttpServletRequest request, Route route, Map<String, String> path, JsonReader json) throws Refused {
        Optional<String> cookie = Cookies.SESSION.in(request);
        if (!route.method().equals("GET")) {
            checkOrigin(request);
            checkToken(request, cookie);
        }
        Optional<Session> session = cookie.flatMap(sessions::use);
        Supplier<List<Selling.Place>> standing =
                () -> browsers.registers(Cookies.BROWSER.in(request), Remote.isThisMachine(request));
        if (route.access() == Access.LOCAL) {
            refuse(!Remote.isThisMachine(request), Refusal.NOT_FOUND);
        } else if (route.access() != Access.SCRAPER || !scrapers.isShown(request.getHeader("Authorization"))) {
            checkAccess(route.access(), session, standing);
        }
        boolean encrypted = authorities.encrypted(request.getHeader("Host"), request.isSecure());
        var call = new Call(request, encrypted, path, session, standing, json);
        if (path.containsKey(Call.REGISTER)) {
            // here and not in each endpoint, which could forget it
            call.register(call.register());
        }
        return call;
    }

    /** Who is logged in there; does not count as use. */
    Optional<String> person(HttpServletRequest request) {
        return Cookies.SESSION.in(request).flatMap(sessions::person);
    }

    /** After the answer: nobody waits for what is noted about a login, and nothing fails with it. */
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> used = Cookies.SESSION.in(request).filter(sessions::hasNews);
        if (used.isPresent()) {
            if (!request.isAsyncStarted()) {
                // a stream has a thread of its own that writes
                response.flushBuffer();
            }
            sessions.note(used.get());
        }
    }

    private void checkOrigin(HttpServletRequest request) throws Refused {
        String origin = request.getHeader("Origin");
        if (origin == null || !authorities.same(origin, request.getHeader("Host"), request.isSecure())) {
            throw new Refused(Refusal.OTHER_ORIGIN);
        }
    }

    private void checkToken(HttpServletRequest request, Optional<String> cookie) throws Refused {
        String said = request.getHeader(CSRF);
        if (said == null || cookie.isEmpty() || !csrf.matches(cookie.get(), said)) {
            throw new Refused(Refusal.OLD_PAGE);
        }
    }

    private static void checkAccess(Access access, Optional<Session> session, Supplier<List<Selling.Place>> standing)
            throws Refused {
        if (access == Access.PUBLIC) {
            return;
        }
        if (access == Access.PAIRED) {
            refuse(session.isEmpty() && standing.get().isEmpty(), Refusal.NOT_PAIRED);
            return;
        }
        refuse(session.isEmpty(), Refusal.NOT_LOGGED_IN);
        refuse(access != Access.CASHIER && !session.orElseThrow().actor().isAdmin(), Refusal.ADMINS_ONLY);
    }

    private static void refuse(boolean so, Refusal why) throws Refused {
        if (so) {
            throw new Refused(why);
        }
    }
}
