package io.kassa.pos.web.login;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.people.Logins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins. A session ends after twelve hours, or earlier when nothing comes: half an hour for admins, two for cashiers. All stand
 * in the books too, where those are found again that began before a restart; there the last use is noted every few minutes only,
 * so that a restart ends a session rather too early than too late.
 */
public final class Sessions {

    private static final int MOST = 1000;
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Tokens tokens;
    private final Logins logins;

    public Sessions(InstantSource clock, Tokens tokens, Logins logins) {
        this.clock = clock;
        this.tokens = tokens;
        this.logins = logins;
    }

    /** A new login under a new id, whatever the browser had before. It counts as far as the books keep it. */
    public synchronized Session begin(Actor actor, Optional<String> register) {
        Instant now = clock.instant();
        Session session = new Session(tokens.next(), actor, register, now, now, now, now);
        logins.keep(session.id(), new Logins.Login(actor, register, now, now, now.plus(Session.LONGEST)));
        // the books do not keep one of somebody who was changed just now: it would live on here
        if (logins.find(session.id()).isPresent()) {
            remember(session);
        }
        return session;
    }

    /** The session, which a request just used. */
    public Optional<Session> use(String id) {
        Instant now = clock.instant();
        Optional<Session> used = living(id).or(() -> restore(id)).map(session -> session.seen(now));
        // only one that is still there: it may have ended meanwhile
        used.ifPresent(session -> byId.computeIfPresent(id, (same, before) -> before.seen(now)));
        return used;
    }

    /** Whether the books should hear that it was used. */
    public boolean hasNews(String id) {
        return living(id)
                .filter(session -> !clock.instant().isBefore(session.notedAt().plus(NOTED)))
                .isPresent();
    }

    /** Tells the books that it was used. They write: after what it was used for, which neither waits for it nor fails with it. */
    public void note(String id) {
        Instant now = clock.instant();
        byId.computeIfPresent(id, (same, before) -> before.noted(now));
        logins.seen(id, now);
    }

    /** Whether it still lives; does not count as use, and asks nobody: one from before a restart has to be used first. */
    public boolean lives(String id) {
        return living(id).isPresent();
    }

    /** Who logged in, if it still lives; does not count as use, and asks nobody. */
    public Optional<String> person(String id) {
        return living(id).map(session -> session.actor().name());
    }

    /** When the session was used last. */
    public Instant lastUse(Session session) {
        return living(session.id()).orElse(session).seenAt();
    }

    /** Notes that the password was said again. */
    public void confirm(String id) {
        byId.computeIfPresent(id, (same, session) -> session.confirmed(clock.instant()));
    }

    public synchronized void end(String id) {
        byId.remove(id);
        logins.end(id);
    }

    /** Ends what a person has open elsewhere, since they may not do any more what they could. */
    public synchronized void endAllOf(String name, String except) {
        byId.values()
                .removeIf(session ->
                        session.actor().name().equals(name) && !session.id().equals(except));
        logins.endAllOf(name, except);
    }

    private Optional<Session> living(String id) {
        return Optional.ofNullable(byId.get(id)).filter(session -> session.livesAt(clock.instant()));
    }

    private Optional<Session> restore(String id) {
        // a browser where nobody is logged in has a cookie too: its requests wait for nobody
        return Tokens.hasForm(id) && logins.find(id).isPresent() ? found(id) : living(id);
    }

    /** Not while one is being ended, or it would be found before and remembered after. */
    private synchronized Optional<Session> found(String id) {
        if (byId.containsKey(id)) {
            return living(id);
        }
        Optional<Session> found = logins.find(id)
                .map(login -> new Session(
                        id,
                        login.actor(),
                        login.register(),
                        login.begunAt(),
                        login.seenAt(),
                        login.seenAt(),
                        login.begunAt()))
                .filter(session -> session.livesAt(clock.instant()));
        found.ifPresent(this::remember);
        return found;
    }

    private void remember(Session session) {
        Instant now = clock.instant();
        byId.values().removeIf(other -> !other.livesAt(now));
        if (byId.size() >= MOST) {
            byId.values().stream()
                    .min(Comparator.comparing(Session::seenAt))
                    .ifPresent(oldest -> byId.remove(oldest.id()));
        }
        byId.put(session.id(), session);
    }
}
