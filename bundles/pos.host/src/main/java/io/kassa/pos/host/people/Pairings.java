package io.kassa.pos.host.people;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which browsers stand at which register: a PIN works there only. A browser is known by 256 random bits that it was given;
 * only their SHA-256 is stored, so that reading the books lets nobody pretend to be a till.
 */
@ProviderType
public interface Pairings {

    /** The ids of the registers that this browser was paired with; empty for a browser that is not known. */
    Set<String> of(String browser);

    /** Admins only; audited. Returns what {@link #of} says afterwards. */
    Result<Set<String>> pair(Actor actor, String browser, String register);

    /** Admins only; audited. Pairing that is not there is no fault. */
    Result<Set<String>> unpair(Actor actor, String browser, String register);
}
