package io.kassa.pos.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.Logins;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Actor AINO = new Actor("Aino", Role.CASHIER, false);

    @Test
    void aLoginOfSomebodyWhoWasJustLockedOutIsNoLogin() {
        Sessions sessions = new Sessions(
                InstantSource.fixed(Instant.EPOCH), new Tokens(new SecureRandom()), new WhileAinoIsLockedOut());
        Session session = sessions.begin(AINO, Optional.of("R1"));
        assertThat(sessions.lives(session.id())).isFalse();
        assertThat(sessions.use(session.id())).isEmpty();
    }

    @Test
    void itsUseIsNewsToTheBooksEveryFiveMinutes() {
        Clock clock = new Clock();
        Noting logins = new Noting();
        Sessions sessions = new Sessions(clock, new Tokens(new SecureRandom()), logins);
        String id = sessions.begin(AINO, Optional.of("R1")).id();
        clock.now = clock.now.plusSeconds(299);
        sessions.use(id);
        assertThat(sessions.hasNews(id)).isFalse();
        clock.now = clock.now.plusSeconds(1);
        sessions.use(id);
        assertThat(logins.seen).as("a request waits for no note").isEmpty();
        assertThat(sessions.hasNews(id)).isTrue();
        sessions.note(id);
        assertThat(logins.seen).containsExactly(clock.now);
        assertThat(sessions.hasNews(id)).isFalse();
    }

    private static final class Clock implements InstantSource {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Books that keep each login and each note. */
    private static final class Noting implements Logins {

        private final Map<String, Login> kept = new HashMap<>();
        private final List<Instant> seen = new ArrayList<>();

        @Override
        public void keep(String token, Login login) {
            kept.put(token, login);
        }

        @Override
        public void seen(String token, Instant at) {
            seen.add(at);
        }

        @Override
        public Optional<Login> find(String token) {
            return Optional.ofNullable(kept.get(token));
        }

        @Override
        public void end(String token) {
            kept.remove(token);
        }

        @Override
        public void endAllOf(String name, String except) {
            kept.clear();
        }
    }

    /** The PIN was right a moment ago; in the books its person may do nothing any more. */
    private static final class WhileAinoIsLockedOut implements Logins {

        @Override
        public void keep(String token, Login login) {}

        @Override
        public void seen(String token, Instant at) {}

        @Override
        public Optional<Login> find(String token) {
            return Optional.empty();
        }

        @Override
        public void end(String token) {}

        @Override
        public void endAllOf(String name, String except) {}
    }
}
