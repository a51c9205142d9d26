package io.kassa.pos.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of a run, started when the first one asks; without binaries the tests are skipped, with the reason. */
final class PostgresExtension implements BeforeAllCallback {

    private Optional<PostgresDesk> desk = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> binaries = PostgresDesk.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed on this machine (apt install postgresql)");
        desk = Optional.of(context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgresExtension.class))
                .getOrComputeIfAbsent("desk", key -> start(binaries.get()), PostgresDesk.class));
    }

    PostgresDesk desk() {
        return desk.orElseThrow();
    }

    Store newStore() {
        return new Store.Server(desk().database());
    }

    private static PostgresDesk start(Path binaries) {
        try {
            return new PostgresDesk(binaries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
