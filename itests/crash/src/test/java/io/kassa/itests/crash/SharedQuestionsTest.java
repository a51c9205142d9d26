package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.itests.crash.Counter.Scan;
import io.kassa.pos.ledger.PostgresDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tills on one PostgreSQL: what is not known yet is asked by one of them. */
class SharedQuestionsTest {

    private static final Map<String, Object> BROKEN = Map.of("kind", "status", "code", 500, "retryAfter", 0);
    /** So that the other host looks for what to ask while this one is asking. */
    private static final Map<String, Object> SLOW = Map.of("kind", "answer-late", "millis", 1_000);

    private static final long UNTIL_ANOTHER_WOULD_HAVE_ASKED = 8_000;
    /** Of 50 ms each: longer than the five minutes that a till pauses which could not ask for more than a minute, as under load. */
    private static final int TRIES = 8_000;

    @TempDir
    Path folder;

    @Test
    void eachPaymentThatOnlyItsSignatureVouchesForIsLookedUpOnce() throws Exception {
        Optional<Path> binaries = PostgresDesk.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed on this machine (apt install postgresql)");
        try (Server server = new Server(binaries.get());
                Chain chain = Chain.onServer(folder, server, 2)) {
            Provider provider = chain.provider();
            provider.troubles("LOOK_UP", BROKEN, 0);
            List<Provider.Paid> receipts = Stream.generate(() -> provider.pays(1_000))
                    .limit(Chain.REGISTERS)
                    .toList();
            List<Scan> scans = chain.scanTogether(
                    register -> "smartum",
                    register -> receipts.get(register - 1).code());
            assertThat(scans).allMatch(Scan::paid);
            provider.calmsDown();
            provider.troubles("LOOK_UP", SLOW, 0);

            for (int tries = 0; provider.lookedUp().size() < Chain.REGISTERS && tries < TRIES; tries++) {
                Java.pause(50);
            }
            Java.pause(UNTIL_ANOTHER_WOULD_HAVE_ASKED);
            assertThat(provider.lookedUp())
                    .containsExactlyInAnyOrderElementsOf(
                            receipts.stream().map(Provider.Paid::transaction).toList());
        }
    }
}
