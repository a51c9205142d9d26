package io.kassa.pos.web.login;

import io.kassa.pos.host.common.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Logins, in memory: a restart of the till asks everybody to log in again, and what they were doing is still there. A session
 * ends after twelve hours, or earlier when nothing comes: half an hour for admins, two for cashiers.
 */
public final class Sessions {

    private static final int MOST = 1000;

    private final Map<String, Session> byId = new HashMap<>();
    private final InstantSource clock;
    private final Tokens tokens;

    public Sessions(InstantSource clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    /** A new login under a new id, whatever the browser had before. */
    public synchronized Session begin(Actor actor, Optional<String> register) {
        Instant now = clock.instant();
        end(session -> !session.livesAt(now));
        if (byId.size() >= MOST) {
            byId.values().stream()
                    .min((one, other) -> one.seenAt().compareTo(other.seenAt()))
                    .ifPresent(oldest -> byId.remove(oldest.id()));
        }
        Session session = new Session(tokens.next(), actor, register, now, now, now);
        byId.put(session.id(), session);
        return session;
    }

    /** The session, which a request just used. */
    public synchronized Optional<Session> use(String id) {
        Optional<Session> used = living(id).map(session -> session.seen(clock.instant()));
        used.ifPresent(session -> byId.put(id, session));
        return used;
    }

    /** Whether it still lives; does not count as use. */
    public synchronized boolean lives(String id) {
        return living(id).isPresent();
    }

    /** Notes that the password was said again. */
    public synchronized void confirm(String id) {
        living(id).ifPresent(session -> byId.put(id, session.confirmed(clock.instant())));
    }

    public synchronized void end(String id) {
        byId.remove(id);
    }

    /** Ends what a person has open elsewhere, since they may not do any more what they could. */
    public synchronized void endAllOf(String name, String except) {
        end(session -> session.actor().name().equals(name) && !session.id().equals(except));
    }

    private Optional<Session> living(String id) {
        return Optional.ofNullable(byId.get(id)).filter(session -> session.livesAt(clock.instant()));
    }

    private void end(Predicate<Session> which) {
        byId.values().removeIf(which);
    }
}
