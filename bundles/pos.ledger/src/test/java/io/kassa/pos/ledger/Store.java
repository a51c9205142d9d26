package io.kassa.pos.ledger;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.settings.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A database that every test can have for itself. */
interface Store {

    /** Opens the same database each time: several hosts, or one that starts again. */
    Ledger open(Clock clock);

    /** What another process needs to open it. */
    String argument();

    static Store of(String argument) {
        return argument.startsWith("jdbc:") ? new Server(argument) : new File(Path.of(argument));
    }

    /** SQLite in a folder. */
    record File(Path folder) implements Store {
        @Override
        public Ledger open(Clock clock) {
            return Ledger.open(folder, clock);
        }

        @Override
        public String argument() {
            return folder.toString();
        }
    }

    /** A database on the tests' own PostgreSQL server. */
    record Server(String url) implements Store {
        @Override
        public Ledger open(Clock clock) {
            return Ledger.open(url, Optional.of(new Secret(PostgresDesk.PASSWORD)), clock);
        }

        @Override
        public String argument() {
            return url;
        }
    }
}
