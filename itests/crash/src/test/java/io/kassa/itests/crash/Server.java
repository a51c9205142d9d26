package io.kassa.itests.crash;

import io.kassa.pos.ledger.PostgresDesk;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A database server that is killed and comes up again. */
final class Server implements AutoCloseable {

    /** Told to tills by this environment variable. */
    static final String PASSWORD_VARIABLE = "CRASH_LEDGER_PASSWORD";

    private static final int TRIES = 20;

    private final PostgresDesk desk;

    Server(Path binaries) {
        try {
            this.desk = new PostgresDesk(binaries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The books of one shop, in a new database. */
    Store store() {
        String url = desk.database();
        return new Store() {
            @Override
            public List<String> options() {
                return List.of("-Dkassa.ledger.url=" + url, "-Dkassa.ledger.password=$[env:" + PASSWORD_VARIABLE + "]");
            }

            @Override
            public Facts facts() {
                Optional<Secret> password = Optional.of(new Secret(PostgresDesk.PASSWORD));
                try (Ledger ledger = Ledger.open(url, password, Clock.systemUTC())) {
                    readAll(ledger);
                    return Facts.read(ledger);
                }
            }
        };
    }

    /** Every column of every row, from the tables themselves: what cannot be read is an exception of the server. */
    private static void readAll(Ledger ledger) {
        ledger.books().read(tx -> {
            tx.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", row -> row.text("tablename"))
                    .forEach(table -> tx.rows("SELECT * FROM " + table + " AS one", row -> true));
            return true;
        });
    }

    /** SIGKILL to all its processes, and up again. */
    synchronized void crash() {
        try {
            desk.kill();
            restart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restart() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                desk.start();
                return;
            } catch (IOException e) {
                // the memory of the dead server is not given back at once
                if (tries == TRIES) {
                    throw e;
                }
                Java.pause(200);
            }
        }
    }

    @Override
    public void close() {
        try {
            desk.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
