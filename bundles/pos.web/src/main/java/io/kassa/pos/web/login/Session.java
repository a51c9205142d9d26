package io.kassa.pos.web.login;

import io.kassa.pos.host.common.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One login. Does not print its id.
 *
 * @param id 256 random bits, the value of the cookie
 * @param register where a cashier logged in
 * @param seenAt when the last request came
 * @param notedAt when the last use was noted in the books
 * @param passwordAt when the password was last said
 */
public record Session(
        String id,
        Actor actor,
        Optional<String> register,
        Instant begunAt,
        Instant seenAt,
        Instant notedAt,
        Instant passwordAt) {

    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration ADMIN_IDLE = Duration.ofMinutes(30);
    static final Duration CASHIER_IDLE = Duration.ofHours(2);
    static final Duration PASSWORD_FRESH = Duration.ofMinutes(5);

    boolean livesAt(Instant now) {
        Duration idle = actor.isAdmin() ? ADMIN_IDLE : CASHIER_IDLE;
        return now.isBefore(begunAt.plus(LONGEST)) && now.isBefore(seenAt.plus(idle));
    }

    /** Whether the password was said so lately that secrets may be changed. */
    public boolean passwordIsFresh(Instant now) {
        return now.isBefore(passwordAt.plus(PASSWORD_FRESH));
    }

    Session seen(Instant now) {
        return new Session(id, actor, register, begunAt, now, notedAt, passwordAt);
    }

    Session noted(Instant now) {
        return new Session(id, actor, register, begunAt, seenAt, now, passwordAt);
    }

    Session confirmed(Instant now) {
        return new Session(id, actor, register, begunAt, now, notedAt, now);
    }

    @Override
    public String toString() {
        return "Session[" + actor.name() + "]";
    }
}
