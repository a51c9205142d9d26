package io.kassa.pos.host.access;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.people.Logins;
import io.kassa.pos.host.people.People.Person;
import io.kassa.pos.host.store.LoginTable;
import io.kassa.pos.host.store.PersonTable;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logins in the books. */
public final class TillLogins implements Logins {

    private static final Logger LOG = LoggerFactory.getLogger(TillLogins.class);

    private final Desk desk;

    public TillLogins(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void keep(String token, Login login) {
        desk.books().write(tx -> {
            LoginTable logins = new LoginTable(tx);
            logins.endBefore(login.begunAt());
            secret(tx, login.actor())
                    .ifPresent(secret -> logins.add(Fingerprint.of(token), new LoginTable.Known(login, secret)));
            return null;
        });
    }

    @Override
    public Optional<Login> find(String token) {
        return desk.books()
                .read(tx -> new LoginTable(tx)
                        .find(Fingerprint.of(token))
                        .filter(known -> secret(tx, known.login().actor()).equals(Optional.of(known.secret()))))
                .map(LoginTable.Known::login);
    }

    @Override
    public void seen(String token, Instant at) {
        try {
            change(logins -> logins.seen(Fingerprint.of(token), at));
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            // whoever is logged in goes on; what they do next says that the books are away
            LOG.debug("The use of a login was not noted", e);
        }
    }

    @Override
    public void end(String token) {
        change(logins -> logins.end(Fingerprint.of(token)));
    }

    @Override
    public void endAllOf(String name, String except) {
        String kept = Fingerprint.of(except);
        desk.books().write(tx -> {
            LoginTable logins = new LoginTable(tx);
            logins.endAllOf(name, kept);
            logins.find(kept)
                    .map(known -> known.login().actor())
                    .filter(actor -> actor.name().equals(name))
                    .flatMap(actor -> secret(tx, actor))
                    .ifPresent(secret -> logins.secret(kept, secret));
            return null;
        });
    }

    private void change(Consumer<LoginTable> change) {
        desk.books().write(tx -> {
            change.accept(new LoginTable(tx));
            return null;
        });
    }

    /** Of what the person has now; empty when they are not any more who they were. */
    private static Optional<String> secret(Transaction tx, Actor actor) {
        return new PersonTable(tx)
                .find(actor.name())
                .filter(known -> known.person().equals(new Person(actor.name(), actor.role(), actor.mayAttest(), true)))
                .map(known -> Fingerprint.of(known.hash()));
    }
}
