package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.ledger.PostgresDesk;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with the books on a database server, which is killed too, under the till's hands. */
class PostgresCrashTest {

    private static final int MANY = 100;

    /** So many that each step is cut, the server's as well. */
    private static final int SOAK = 1_500;

    @TempDir
    Path folder;

    @Test
    void noCentIsLostOrCountedTwiceWhenTillOrServerIsKilled() {
        Optional<Path> binaries = PostgresDesk.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed on this machine (apt install postgresql)");
        int kills = Integer.getInteger("crash.postgres", 20);
        Deque<Server> servers = new ConcurrentLinkedDeque<>();
        try {
            // each shop has a server of its own, which is killed under its till alone
            Campaign.Opening opening = (where, agent, seed, options) -> {
                Server server = new Server(binaries.get());
                servers.push(server);
                return Lane.onServer(where, agent, seed, server, options);
            };
            Campaign campaign = Campaign.of("crash on PostgreSQL", kills);
            Campaign done = kills >= MANY ? campaign.on(folder, opening) : campaign.on(folder, 1, opening);

            assertThat(done.kills()).isGreaterThanOrEqualTo(kills);
            if (kills >= SOAK) {
                assertThat(done.missed())
                        .as("named steps at which nothing was killed")
                        .isEmpty();
            }
        } finally {
            servers.forEach(Server::close);
        }
    }
}
