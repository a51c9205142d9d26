package io.kassa.pos.host.store;

import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.People.Person;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People, the slow hashes of their passwords and PINs, and how often somebody failed to guess one. */
public final class PersonTable {

    /** @param hash of the password or PIN; empty when none was set */
    public record Known(Person person, String hash, int failures, Optional<Instant> lockedUntil) {}

    private final Transaction tx;

    public PersonTable(Transaction tx) {
        this.tx = tx;
    }

    public List<Known> all() {
        return tx.rows("SELECT * FROM till_person ORDER BY LOWER(name)", PersonTable::known);
    }

    public Optional<Known> find(String name) {
        return tx.row("SELECT * FROM till_person WHERE name = ?", PersonTable::known, name);
    }

    public void save(Person person, String hash) {
        tx.write("""
                INSERT INTO till_person VALUES (?, ?, ?, ?, ?, 0, NULL)
                ON CONFLICT (name) DO UPDATE SET role = excluded.role, may_attest = excluded.may_attest,
                  active = excluded.active, secret = excluded.secret, failures = 0, locked_until = NULL""", person.name(), person.role(), person.mayAttest(), person.active(), hash);
    }

    public void failed(String name, int failures, Optional<Instant> lockedUntil) {
        tx.write("UPDATE till_person SET failures = ?, locked_until = ? WHERE name = ?", failures, lockedUntil, name);
    }

    private static Known known(Row row) {
        return new Known(
                new Person(
                        row.text("name"), Role.valueOf(row.text("role")), row.flag("may_attest"), row.flag("active")),
                row.text("secret"),
                Math.toIntExact(row.number("failures")),
                row.findTime("locked_until"));
    }
}
