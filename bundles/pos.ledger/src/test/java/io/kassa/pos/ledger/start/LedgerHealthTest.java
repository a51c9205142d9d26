package io.kassa.pos.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.payment.AttemptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerHealthTest {

    @TempDir
    private Path folder;

    @Test
    void booksThatAreClosedAreCriticalAndOpenOnesAreWell() {
        assertThat(LedgerHealth.look(Optional.empty()).getStatus()).isEqualTo(Result.Status.CRITICAL);
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            assertThat(LedgerHealth.look(Optional.of(ledger)).isOk()).isTrue();
        }
    }

    @Test
    void thatTheBooksCanBeWrittenIsSaidOfSomethingThatWasWrittenAndIsGone() throws IOException {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            Path log = folder.resolve("books.db-wal");
            for (int look = 0; look < 2; look++) {
                byte[] before = Files.readAllBytes(log);
                assertThat(LedgerHealth.look(Optional.of(ledger)).isOk()).isTrue();
                assertThat(Files.readAllBytes(log)).isNotEqualTo(before);
            }
            assertThat(ledger.claims().intent(new AttemptId("health"))).isEmpty();
        }
    }

    @Test
    void booksThatCannotBeWrittenAnyMoreAreCritical() {
        Ledger ledger = Ledger.open(folder, Clock.systemUTC());
        ledger.close();
        assertThat(LedgerHealth.look(Optional.of(ledger)).getStatus()).isEqualTo(Result.Status.CRITICAL);
    }
}
