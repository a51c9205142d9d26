package io.kassa.pos.host.store;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.Logins.Login;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Who is logged in, by the fingerprints of what browsers were given and of the PIN or password that was said. */
public final class LoginTable {

    /** @param secret the fingerprint of the hash that the person's PIN or password had */
    public record Known(Login login, String secret) {}

    private final Transaction tx;

    public LoginTable(Transaction tx) {
        this.tx = tx;
    }

    public Optional<Known> find(String token) {
        return tx.row("SELECT * FROM till_login WHERE token = ?", LoginTable::known, token);
    }

    public void add(String token, Known known) {
        Login login = known.login();
        tx.write(
                """
                INSERT INTO till_login VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                token,
                login.actor().name(),
                login.actor().role(),
                login.actor().mayAttest(),
                login.register(),
                known.secret(),
                login.begunAt(),
                login.seenAt(),
                login.until());
    }

    public void seen(String token, Instant at) {
        tx.write("UPDATE till_login SET seen_at = ? WHERE token = ?", at, token);
    }

    public void end(String token) {
        tx.write("DELETE FROM till_login WHERE token = ?", token);
    }

    public void endBefore(Instant now) {
        tx.write("DELETE FROM till_login WHERE until_at <= ?", now);
    }

    public void endAllOf(String person, String except) {
        tx.write("DELETE FROM till_login WHERE person = ? AND token <> ?", person, except);
    }

    /** The person's PIN or password is another one now, and this login goes on with it. */
    public void secret(String token, String secret) {
        tx.write("UPDATE till_login SET secret = ? WHERE token = ?", secret, token);
    }

    private static Known known(Row row) {
        Actor actor = new Actor(row.text("person"), Role.valueOf(row.text("role")), row.flag("may_attest"));
        return new Known(
                new Login(
                        actor,
                        row.findText("register"),
                        row.time("begun_at"),
                        row.time("seen_at"),
                        row.time("until_at")),
                row.text("secret"));
    }
}
