package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.web.events.EventStreams;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Cookies;
import io.kassa.pos.web.http.Reply;
import io.kassa.pos.web.login.Session;
import io.kassa.pos.web.login.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which browser stands at which register. */
public final class PairingApi {

    private final Selling selling;
    private final Pairings pairings;
    private final Tokens tokens;
    private final SessionViews views;
    private final EventStreams streams;

    public PairingApi(Selling selling, Pairings pairings, Tokens tokens, SessionViews views, EventStreams streams) {
        this.selling = selling;
        this.pairings = pairings;
        this.tokens = tokens;
        this.views = views;
        this.streams = streams;
    }

    Reply registers(Call call) {
        return Reply.ok(call.actor().isAdmin() ? selling.registers() : call.paired());
    }

    /** A browser keeps the name that it was paired under, and is given a fresh one before: never one that it came with. */
    Reply pair(Call call) {
        String browser = call.cookie(Cookies.BROWSER)
                .filter(Tokens::hasForm)
                .filter(name -> !pairings.of(name).isEmpty())
                .orElseGet(tokens::next);
        return reply(call, browser, pairings.pair(call.actor(), browser, call.register()));
    }

    Reply unpair(Call call) {
        Optional<String> browser = call.cookie(Cookies.BROWSER).filter(Tokens::hasForm);
        return browser.isEmpty()
                ? views.show(call)
                : reply(call, browser.get(), pairings.unpair(call.actor(), browser.get(), call.register()));
    }

    private Reply reply(Call call, String browser, Result<Set<String>> result) {
        if (!(result instanceof Result.Ok<Set<String>> paired)) {
            return Reply.of(result);
        }
        streams.renew();
        List<Selling.Place> places = selling.registers().stream()
                .filter(place -> paired.value().contains(place.id()))
                .toList();
        Session session = call.session().orElseThrow();
        return Reply.ok(views.view(session.id(), Optional.of(session), places), call.give(Cookies.BROWSER, browser));
    }
}
