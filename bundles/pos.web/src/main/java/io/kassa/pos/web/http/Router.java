package io.kassa.pos.web.http;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.web.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request, lets the doorkeeper look at it, calls the handler, writes what it says. */
public final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Route> routes;
    private final Doorkeeper doorkeeper;
    private final Problems problems = new Problems();
    private final Answers answers = new Answers();
    private final JsonReader json = new JsonReader();
    private final UnderWay underWay = new UnderWay();

    public Router(List<Route> routes, Doorkeeper doorkeeper) {
        this.routes = List.copyOf(routes);
        this.doorkeeper = doorkeeper;
    }

    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Body.isAnnounced(request)) {
            serve(request, response);
            return;
        }
        Optional<String> person = doorkeeper.person(request);
        if (!underWay.begin(person)) {
            response.setHeader("Connection", "close");
            answers.write(response, problems.of(new Refused(Refusal.BUSY)));
            return;
        }
        try {
            serve(request, response);
        } finally {
            underWay.end(person);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
            doorkeeper.leave(request, response);
        } catch (IOException gone) {
            // nobody is there to be told, and whoever leaves in the middle may not fill the log
            LOG.debug("A browser went away: {}", gone.getClass().getName());
            abandon(response);
        }
    }

    private static void abandon(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = reply(request, response);
        if (!(reply instanceof Reply.Taken) && !Body.drained(request)) {
            // what is still on its way is not worth waiting for
            response.setHeader("Connection", "close");
        }
        answers.write(response, reply);
    }

    /** @param values what stands in the path for the names in the route's template */
    private record Found(Route route, Map<String, String> values) {}

    private Reply reply(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            return call(find(request, response), request);
        } catch (Refused refused) {
            return problems.of(refused);
        }
    }

    private Found find(HttpServletRequest request, HttpServletResponse response) throws Refused {
        String[] path = Route.parts(path(request));
        for (Route route : routes) {
            if (route.method().equals(request.getMethod())) {
                Optional<Map<String, String>> values = route.match(path);
                if (values.isPresent()) {
                    return new Found(route, values.get());
                }
            }
        }
        String others = routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(Route::method)
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            throw new Refused(Refusal.NOT_FOUND);
        }
        response.setHeader("Allow", others);
        throw new Refused(Refusal.OTHER_METHOD);
    }

    private Reply call(Found found, HttpServletRequest request) throws IOException, Refused {
        Route route = found.route();
        try {
            return route.handler().handle(doorkeeper.admit(request, route, found.values(), json));
        } catch (LedgerUnavailableException books) {
            LOG.error("{} {}: the books cannot be used: {}", route.method(), route.template(), Faults.kinds(books));
            throw new Refused(Refusal.BOOKS);
        } catch (RuntimeException bug) {
            LOG.error("{} {}: {}", route.method(), route.template(), Faults.describe(bug));
            throw new Refused(Refusal.FAILED);
        }
    }

    private static String path(HttpServletRequest request) {
        String inside = request.getPathInfo();
        return inside == null ? request.getServletPath() : request.getServletPath() + inside;
    }
}
