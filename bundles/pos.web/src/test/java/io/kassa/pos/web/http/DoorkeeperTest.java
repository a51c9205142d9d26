package io.kassa.pos.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kassa.pos.host.people.Logins;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.web.json.JsonReader;
import io.kassa.pos.web.login.Browsers;
import io.kassa.pos.web.login.Csrf;
import io.kassa.pos.web.login.Sessions;
import io.kassa.pos.web.login.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests from elsewhere, which a test on one machine cannot send. */
class DoorkeeperTest {

    private static final String TOKEN = "a-token-long-enough-to-be-one";
    private static final Route WORD = Route.of("GET", "/health", Access.LOCAL, call -> new Reply.Nothing());
    private static final Route NUMBERS = Route.of("GET", "/metrics", Access.SCRAPER, call -> new Reply.Nothing());

    private final Tokens tokens = new Tokens(new SecureRandom());
    private final Doorkeeper doorkeeper = new Doorkeeper(
            new Sessions(InstantSource.system(), tokens, unasked(Logins.class)),
            new Browsers(unasked(Pairings.class), unasked(Selling.class), false),
            new Csrf(tokens),
            new Authorities("till.example:8443"),
            new ScrapeToken(Optional.of("$[secret:metrics]"), reference -> Optional.of(new Secret(TOKEN))));

    @Test
    void theWordForThisMachineIsNotThereForOthers() {
        assertThatCode(() -> admit(WORD, "127.0.0.1", "")).doesNotThrowAnyException();
        Refused refused = catchThrowableOfType(Refused.class, () -> admit(WORD, "192.0.2.20", "Bearer " + TOKEN));
        assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void toBeOnThisMachineOpensNoNumbersAndTheTokenDoesFromAnywhere() {
        Refused refused = catchThrowableOfType(Refused.class, () -> admit(NUMBERS, "127.0.0.1", ""));
        assertThat(refused.refusal()).isEqualTo(Refusal.NOT_LOGGED_IN);
        assertThatCode(() -> admit(NUMBERS, "192.0.2.20", "Bearer " + TOKEN)).doesNotThrowAnyException();
    }

    private void admit(Route route, String from, String authorization) throws Refused {
        doorkeeper.admit(request(from, authorization), route, Map.of(), new JsonReader());
    }

    private static <T> T unasked(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                DoorkeeperTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                }));
    }

    private static HttpServletRequest request(String from, String authorization) {
        Map<String, String> headers = new HashMap<>(Map.of("Host", "till.example:8443"));
        headers.put("Authorization", authorization);
        return (HttpServletRequest) Proxy.newProxyInstance(
                DoorkeeperTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> from;
                    case "isSecure" -> true;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> null;
                });
    }
}
