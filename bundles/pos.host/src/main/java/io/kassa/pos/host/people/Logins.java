package io.kassa.pos.host.people;

import io.kassa.pos.host.common.Actor;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Logins that outlive a restart of the till. A login is known by 256 random bits; only their SHA-256 is stored, so that reading
 * the books lets nobody pretend to be logged in. It ends at its time, and as soon as the person may do anything else than before
 * or has another PIN or password, whoever changed that and wherever.
 *
 * <p>All methods but {@link #seen} throw {@link io.kassa.pos.spi.ledger.LedgerUnavailableException} when the books are away.
 */
@ProviderType
public interface Logins {

    /**
     * @param register where a cashier logged in
     * @param seenAt when it was used, as far as that was kept
     * @param until when it ends, however much it is used
     */
    record Login(Actor actor, Optional<String> register, Instant begunAt, Instant seenAt, Instant until) {}

    /** Keeps a new login, and forgets those whose time is over. */
    void keep(String token, Login login);

    /** Notes that it was used, if it is still there. Not noted while the books are away, and nothing is thrown then. */
    void seen(String token, Instant at);

    /** Empty when there is none, or not any more. */
    Optional<Login> find(String token);

    void end(String token);

    /** Ends all logins of a person but one, which goes on with the PIN or password that the person has now. */
    void endAllOf(String name, String except);
}
