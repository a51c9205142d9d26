package io.kassa.pos.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteMigrationsTest extends MigrationsContract {

    @TempDir
    Path folder;

    @Override
    Store store() {
        return new Store.File(folder);
    }
}
