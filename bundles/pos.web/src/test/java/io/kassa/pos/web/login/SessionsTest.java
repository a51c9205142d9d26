package io.kassa.pos.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.Logins;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
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
