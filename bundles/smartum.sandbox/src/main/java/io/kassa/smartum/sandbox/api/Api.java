package io.kassa.smartum.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.Ids;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.books.RefundWish;
import io.kassa.smartum.sandbox.checkout.Checkouts;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.Handler;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import io.kassa.smartum.sandbox.trouble.Troubles;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Smartum's API as far as a point of sale uses it, with whatever trouble is scripted. */
public final class Api implements Handler {
    private final Books books;
    private final Troubles troubles;
    private final Calls calls;
    private final Clock clock;
    private final Tokens tokens;
    private final Bodies bodies;
    private final Faults faults;
    private final CheckoutDesk checkout;
    private final List<Route> routes;

    /** What the API works with. */
    public record Parts(Books books, Troubles troubles, Calls calls, Ids ids, Clock clock, Contract contract) {}

    /** {@code pages} is where a web shop's customer is sent. */
    public Api(Parts parts, Credentials client, Duration tokenLifetime, Checkouts checkouts, Supplier<URI> pages) {
        this.books = parts.books();
        this.troubles = parts.troubles();
        this.calls = parts.calls();
        this.clock = parts.clock();
        this.tokens = new Tokens(client, parts.ids(), clock, tokenLifetime, parts.contract());
        this.bodies = new Bodies(parts.contract());
        this.faults = new Faults(parts.contract(), bodies, clock);
        this.checkout = new CheckoutDesk(books, checkouts, parts.ids(), bodies, pages);
        this.routes = Route.of(parts.contract());
    }

    @Override
    public Reply handle(HttpRequest request) {
        Optional<Route> route =
                routes.stream().filter(candidate -> candidate.fits(request)).findFirst();
        if (route.isEmpty()) {
            return bodies.error(404, Term.CODE_BAD_REQUEST, "no such path");
        }
        List<Trouble> struck = troubles.strike(route.get().target());
        Reply reply = reply(route.get(), request, struck);
        calls.add(call(route.get().target(), request, reply, struck));
        return reply;
    }

    private Reply reply(Route route, HttpRequest request, List<Trouble> struck) {
        for (Trouble trouble : struck) {
            if (trouble instanceof Trouble.InsteadOfProcessing instead) {
                return faults.instead(instead);
            }
            if (trouble instanceof Trouble.ProcessLate late) {
                List<Trouble> rest =
                        struck.stream().filter(other -> other != trouble).toList();
                CompletableFuture.delayedExecutor(late.seconds(), TimeUnit.SECONDS)
                        .execute(() -> process(route, request, rest));
                return new Reply.Reset();
            }
        }
        Reply reply = process(route, request, struck);
        for (Trouble trouble : struck) {
            if (trouble instanceof Trouble.AfterProcessing after && reply instanceof Answer answer) {
                reply = faults.after(after, answer);
            }
        }
        return reply;
    }

    private Answer process(Route route, HttpRequest request, List<Trouble> struck) {
        if (struck.stream().anyMatch(Trouble.TokenExpiresNow.class::isInstance)) {
            tokens.expireAll();
        }
        boolean ignoreKey = struck.stream().anyMatch(Trouble.IgnoreIdempotencyKey.class::isInstance);
        return switch (route.target()) {
            case TOKEN -> tokens.issue(request);
            case VENUES -> bodies.venues(books.venues());
            case LOOK_UP -> authorized(request).orElseGet(() -> lookUp(transaction(route, request)));
            case REFUND -> authorized(request).orElseGet(() -> refund(transaction(route, request), request, ignoreKey));
            case CHECKOUT -> checkout.open(request);
            case ALL, RECEIPT -> throw new IllegalStateException("no route leads to " + route.target());
        };
    }

    private Optional<Answer> authorized(HttpRequest request) {
        if (tokens.accepts(request)) {
            return Optional.empty();
        }
        Answer refusal = bodies.error(401, Term.CODE_UNAUTHORIZED, "no valid access token");
        return Optional.of(refusal.with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private Answer lookUp(String transaction) {
        return books.payment(transaction)
                .map(bodies::payment)
                .orElseGet(() -> bodies.error(404, Term.CODE_UNKNOWN_TRANSACTION, "unknown transaction"));
    }

    private Answer refund(String transaction, HttpRequest request, boolean ignoreKey) {
        String key = key(request);
        long cents = cents(request);
        if (key.isBlank() || cents <= 0) {
            return bodies.error(400, Term.CODE_BAD_REQUEST, "an idempotency key and an amount of cents above zero");
        }
        return bodies.refund(books.refund(new RefundWish(transaction, cents, key, ignoreKey)));
    }

    private long cents(HttpRequest request) {
        try {
            JsonNode amount = Json.mapper().readTree(request.body()).path(bodies.word(Term.REFUND_AMOUNT));
            return amount.isIntegralNumber() && amount.canConvertToLong() ? amount.longValue() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private String key(HttpRequest request) {
        return request.header(bodies.word(Term.HEADER_IDEMPOTENCY_KEY)).orElse("");
    }

    private static String transaction(Route route, HttpRequest request) {
        return route.transaction(request).orElseThrow();
    }

    private static int status(Reply reply) {
        if (reply instanceof Reply.Late late) {
            return late.answer().status();
        }
        return reply instanceof Answer answer ? answer.status() : 0;
    }

    private Call call(Target target, HttpRequest request, Reply reply, List<Trouble> struck) {
        int status = status(reply);
        List<String> kinds = struck.stream()
                .map(trouble -> trouble.getClass().getSimpleName())
                .toList();
        return new Call(clock.instant(), target, request.method(), request.path(), status, key(request), kinds);
    }
}
