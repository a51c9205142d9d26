package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.start.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A host that is killed while it writes has lost nothing that it had acknowledged, on any database. */
abstract class CrashContract {

    private static final int ACKNOWLEDGED = 200;

    abstract Store store();

    @Test
    void everyAcknowledgedWriteIsThereAfterAKill() throws Exception {
        Store store = store();
        try (Ledger ledger = store.open(Clock.systemUTC())) {
            ledger.books().install(Shop.NOTES);
        }
        Set<String> acknowledged = runAndKill(store);
        try (Ledger ledger = store.open(Clock.systemUTC())) {
            List<String> stored =
                    ledger.books().read(tx -> tx.rows("SELECT name FROM notes_note", row -> row.text("name")));
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
            assertThat(stored).containsAll(acknowledged);
            assertThat(ledger.audit().verify()).isInstanceOf(AuditCheck.Intact.class);
        }
    }

    private static Set<String> runAndKill(Store store) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process host = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingHost.class.getName(),
                        store.argument())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines = host.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == ACKNOWLEDGED) {
                    host.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(host.exitValue()).as("killed, not ended").isEqualTo(137);
        return acknowledged;
    }
}
