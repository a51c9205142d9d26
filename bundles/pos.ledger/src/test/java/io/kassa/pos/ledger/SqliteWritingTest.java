package io.kassa.pos.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteWritingTest extends WritingContract {

    @TempDir
    Path folder;

    @Override
    Store store() {
        return new Store.File(folder);
    }
}
