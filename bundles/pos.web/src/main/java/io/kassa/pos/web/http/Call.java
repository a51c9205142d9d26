package io.kassa.pos.web.http;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.web.json.JsonReader;
import io.kassa.pos.web.json.NotUnderstood;
import io.kassa.pos.web.login.Session;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request, past the safeguards.
 *
 * @param encrypted whether the browser's side of the connection is
 * @param path what stands for the names in the route's template
 * @param session present on all routes but public and paired ones, where it may be
 * @param standing looks up the registers that the browser stands at
 */
public record Call(
        HttpServletRequest request,
        boolean encrypted,
        Map<String, String> path,
        Optional<Session> session,
        Supplier<List<Selling.Place>> standing,
        JsonReader json) {

    static final String REGISTER = "register";

    private static final int MOST_JSON = 64 * 1024;

    /** Only on routes that ask for a login. */
    public Actor actor() {
        return session.orElseThrow().actor();
    }

    /** The registers that the browser stands at. */
    public List<Selling.Place> paired() {
        return standing.get();
    }

    public String path(String name) {
        return path.get(name);
    }

    public AttemptId attempt() throws Refused {
        return id("attempt", AttemptId::new);
    }

    public SaleId sale() throws Refused {
        return id("sale", SaleId::new);
    }

    /** The register of the path; the doorkeeper has seen that it may be used. */
    public String register() {
        return path(REGISTER);
    }

    /** A register that something else names: a cashier may use those that the browser stands at. */
    public String register(String id) throws Refused {
        boolean admin = session.filter(each -> each.actor().isAdmin()).isPresent();
        if (!admin && paired().stream().noneMatch(place -> place.id().equals(id))) {
            throw new Refused(Refusal.OTHER_REGISTER);
        }
        return id;
    }

    public <T> T id(String name, Function<String, T> form) throws Refused {
        try {
            return form.apply(path(name));
        } catch (IllegalArgumentException otherForm) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }

    public Optional<String> query(String name) throws Refused {
        return queries(name).stream().findFirst();
    }

    /** All values that the address has under that name. */
    public List<String> queries(String name) throws Refused {
        try {
            String[] values = request.getParameterValues(name);
            return values == null ? List.of() : List.of(values);
        } catch (RuntimeException malformed) {
            // the container's word for an address that is no UTF-8
            throw new Refused(Refusal.NOT_UNDERSTOOD);
        }
    }

    public <T> T read(Class<T> type) throws IOException, Refused {
        if (!Body.type(request).equals("application/json")) {
            throw new Refused(Refusal.OTHER_TYPE);
        }
        try {
            return json.read(Body.read(request, MOST_JSON), type);
        } catch (NotUnderstood other) {
            throw new Refused(Refusal.NOT_UNDERSTOOD, other.place());
        }
    }

    public byte[] bytes(int most) throws IOException, Refused {
        return Body.read(request, most);
    }

    public String type() {
        return Body.type(request);
    }

    public Optional<String> cookie(Cookies which) {
        return which.in(request);
    }

    public Cookie give(Cookies which, String value) {
        return which.make(value, encrypted);
    }
}
