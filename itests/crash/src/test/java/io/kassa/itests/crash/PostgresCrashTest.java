package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.ledger.PostgresDesk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with the books on a database server, which is killed too, under the till's hands. */
class PostgresCrashTest {

    @TempDir
    Path folder;

    @Test
    void noCentIsLostOrCountedTwiceWhenTillOrServerIsKilled() {
        Optional<Path> binaries = PostgresDesk.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed on this machine (apt install postgresql)");
        int kills = Integer.getInteger("crash.postgres", 20);

        try (Server server = new Server(binaries.get())) {
            Campaign done = Campaign.of("crash on PostgreSQL", kills)
                    .on(folder, 1, (where, agent, seed, options) -> Lane.onServer(where, agent, seed, server, options));

            assertThat(done.kills()).isGreaterThanOrEqualTo(kills);
        }
    }
}
