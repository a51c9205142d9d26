package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.people.People;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Cookies;
import io.kassa.pos.web.http.Reply;
import io.kassa.pos.web.login.Csrf;
import io.kassa.pos.web.login.Session;
import io.kassa.pos.web.login.Tokens;
import java.util.List;
import java.util.Optional;

/** What a page is told about its login. */
public final class SessionViews {

    private final People people;
    private final Tokens tokens;
    private final Csrf csrf;

    record SessionView(
            String csrf,
            boolean needsFirstAdmin,
            Optional<Actor> actor,
            Optional<String> register,
            List<Selling.Place> paired) {}

    public SessionViews(People people, Tokens tokens, Csrf csrf) {
        this.people = people;
        this.tokens = tokens;
        this.csrf = csrf;
    }

    /** As it stands; a browser that comes for the first time is given a cookie, which its CSRF token goes with. */
    Reply show(Call call) {
        return call.session()
                .map(session -> show(call, session))
                .orElseGet(() -> call.cookie(Cookies.SESSION)
                        .map(cookie -> Reply.ok(view(cookie, Optional.empty(), call.paired())))
                        .orElseGet(() -> fresh(call)));
    }

    /** Somebody who just logged in. */
    Reply begun(Call call, Session session) {
        return Reply.ok(view(session.id(), Optional.of(session), call.paired()), cookie(call, session.id()));
    }

    /** Nobody any more, under a new cookie. */
    Reply fresh(Call call) {
        String value = tokens.next();
        return Reply.ok(view(value, Optional.empty(), call.paired()), cookie(call, value));
    }

    private Reply show(Call call, Session session) {
        return Reply.ok(view(session.id(), Optional.of(session), call.paired()));
    }

    SessionView view(String cookie, Optional<Session> session, List<Selling.Place> paired) {
        return new SessionView(
                csrf.of(cookie),
                people.needsFirstAdmin(),
                session.map(Session::actor),
                session.flatMap(Session::register),
                paired);
    }

    private static jakarta.servlet.http.Cookie cookie(Call call, String value) {
        return call.give(Cookies.SESSION, value);
    }
}
