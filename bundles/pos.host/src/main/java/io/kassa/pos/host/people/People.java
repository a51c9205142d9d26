package io.kassa.pos.host.people;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may use the till. Admins have a password of 12 characters or more, cashiers a PIN of 4 to 8 digits that works on a paired
 * register only; both are slowly hashed, and failures are slowed down and then locked.
 */
@ProviderType
public interface People {

    /** Names to choose from at a register: cashiers only. */
    List<String> cashiers();

    Result<Actor> password(String name, String password);

    Result<Actor> pin(String name, String pin, String register);

    /** Whether nobody is there yet: a one-time code on the console makes the first admin. */
    boolean needsFirstAdmin();

    Result<Actor> firstAdmin(String code, String name, String password);

    /** Adds a person or sets their password or PIN anew; admins only. */
    Result<List<Person>> save(Actor actor, Person person, Optional<String> secret);

    List<Person> all();

    record Person(String name, Role role, boolean mayAttest, boolean active) {}
}
