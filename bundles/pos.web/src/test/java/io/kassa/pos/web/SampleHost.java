package io.kassa.pos.web;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.common.ShopInfo;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.people.Logins;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.people.People;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.web.api.Facade;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A till that answers everything with a sample, writes down what it was asked, and can be told to answer otherwise. */
final class SampleHost implements Changes, Pairings, Logins {

    static final String PASSWORD = "a long password";
    static final String PIN = "1234";
    static final List<Selling.Place> PLACES =
            List.of(new Selling.Place("1", "Register 1"), new Selling.Place("2", "Register 2"));

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Function<List<Object>, Object>> answers = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> paired = new ConcurrentHashMap<>();
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    record Asked(String method, List<Object> arguments) {}

    SampleHost() {
        answer("registers@Selling", arguments -> PLACES);
        answer("password", arguments -> login(arguments, PASSWORD, new Actor("Anna", Role.ADMIN, true)));
        answer("pin", arguments -> login(arguments, PIN, new Actor("Aino", Role.CASHIER, false)));
        answer("firstAdmin", arguments -> new Result.Ok<>(new Actor("Anna", Role.ADMIN, true)));
    }

    /** @param method a method's name, with {@code @Interface} where several have it */
    void answer(String method, Function<List<Object>, Object> how) {
        answers.put(method, how);
    }

    /** What came after so many, but for the question which registers there are. */
    List<Asked> askedToActSince(int before) {
        return asked.stream()
                .skip(before)
                .filter(each -> !each.method().equals("registers"))
                .toList();
    }

    static <T> Result<T> refused(Result.Kind kind) {
        return new Result.Refused<>(kind, (Guidance) Samples.of(Guidance.class));
    }

    private static Result<Actor> login(List<Object> arguments, String secret, Actor actor) {
        boolean right =
                arguments.get(0).equals(actor.name()) && arguments.get(1).equals(secret);
        return right ? new Result.Ok<>(actor) : refused(Result.Kind.FORBIDDEN);
    }

    Facade facade(boolean demo) {
        return new Facade(
                new ShopInfo("Shop", demo, demo ? List.of(new ShopInfo.Login("Aino", Role.CASHIER, PIN)) : List.of()),
                sampled(Selling.class),
                sampled(Receipts.class),
                sampled(Setup.class),
                sampled(People.class),
                this,
                this,
                this,
                sampled(Health.class),
                sampled(Backlog.class));
    }

    private <T> T sampled(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    List<Object> arguments = given == null ? List.of() : List.of(given);
                    asked.add(new Asked(method.getName(), arguments));
                    Function<List<Object>, Object> how = answers.getOrDefault(
                            method.getName() + "@" + type.getSimpleName(), answers.get(method.getName()));
                    return how == null ? sample(method) : how.apply(arguments);
                }));
    }

    private static Object sample(Method method) {
        boolean result = method.getReturnType() == Result.class;
        return result
                ? new Result.Ok<>(
                        Samples.of(((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0]))
                : Samples.of(method.getGenericReturnType());
    }

    void tell(Topic topic, String id) {
        listeners.forEach(listener -> listener.accept(new Change(topic, id)));
    }

    @Override
    public AutoCloseable subscribe(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void keep(String token, Login login) {
        logins.put(token, login);
    }

    @Override
    public void seen(String token, Instant at) {
        logins.computeIfPresent(
                token, (same, login) -> new Login(login.actor(), login.register(), login.begunAt(), at, login.until()));
    }

    @Override
    public Optional<Login> find(String token) {
        return Optional.ofNullable(logins.get(token));
    }

    @Override
    public void end(String token) {
        logins.remove(token);
    }

    @Override
    public void endAllOf(String name, String except) {
        logins.entrySet()
                .removeIf(login -> login.getValue().actor().name().equals(name)
                        && !login.getKey().equals(except));
    }

    @Override
    public Set<String> of(String browser) {
        return paired.getOrDefault(browser, Set.of());
    }

    @Override
    public Result<Set<String>> pair(Actor actor, String browser, String register) {
        paired.put(browser, Set.of(register));
        return new Result.Ok<>(of(browser));
    }

    @Override
    public Result<Set<String>> unpair(Actor actor, String browser, String register) {
        paired.remove(browser);
        return new Result.Ok<>(of(browser));
    }
}
