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

    public Router(List<Route> routes, Doorkeeper doorkeeper) {
        this.routes = List.copyOf(routes);
        this.doorkeeper = doorkeeper;
    }

    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, reply(request, response));
    }

    private Reply reply(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            return route(request, response);
        } catch (Refused refused) {
            return problems.of(refused);
        } catch (LedgerUnavailableException books) {
            LOG.error("{} {}", request.getMethod(), Faults.describe(books));
            return problems.of(new Refused(Refusal.BOOKS));
        } catch (RuntimeException bug) {
            LOG.error("{} {}", request.getMethod(), Faults.describe(bug));
            return problems.of(new Refused(Refusal.FAILED));
        }
    }

    private Reply route(HttpServletRequest request, HttpServletResponse response) throws IOException, Refused {
        String path = path(request);
        List<Route> here =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        if (here.isEmpty()) {
            throw new Refused(Refusal.NOT_FOUND);
        }
        Optional<Route> found = here.stream()
                .filter(route -> route.method().equals(request.getMethod()))
                .findFirst();
        if (found.isEmpty()) {
            response.setHeader("Allow", here.stream().map(Route::method).collect(Collectors.joining(", ")));
            throw new Refused(Refusal.OTHER_METHOD);
        }
        Map<String, String> values = found.get().match(path).orElseThrow();
        return found.get().handler().handle(doorkeeper.admit(request, found.get(), values, json));
    }

    private static String path(HttpServletRequest request) {
        String inside = request.getPathInfo();
        return inside == null ? request.getServletPath() : request.getServletPath() + inside;
    }
}
