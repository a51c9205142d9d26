package io.kassa.pos.host.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.ledger.AuditEntry;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.text.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentAuditTest {

    @TempDir
    private Path folder;

    @Test
    void whoDeployedWhatInsteadOfWhatAndWhyItWasRefusedStandInTheAudit() {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            DeploymentAudit audit = new DeploymentAudit(ledger.books(), ledger.audit());
            Message why = new Message("unsigned", List.of(), Map.of("en", "The plug-in is not signed."));

            HistoryEntry runs = entry(Event.RUNS, "1.1.0", "ab12", Optional.empty());
            audit.happened(runs, Optional.empty());
            // the till starts again: what it has heard before is not in its memory any more
            DeploymentAudit next = new DeploymentAudit(ledger.books(), ledger.audit());
            next.happened(entry(Event.PUT_BACK, "1.2.0", "", Optional.of(why)), Optional.of(runs));

            assertThat(ledger.audit().page(Long.MAX_VALUE, 10))
                    .extracting(AuditEntry::record)
                    .containsExactly(
                            AuditRecord.of("admin", "plug-in.put-back", "smartum")
                                    .changed(Optional.of("1.1.0 ab12"), Optional.of("1.2.0  unsigned")),
                            AuditRecord.of("admin", "plug-in.runs", "smartum")
                                    .changed(Optional.empty(), Optional.of("1.1.0 ab12")));
        }
    }

    private static HistoryEntry entry(Event event, String version, String fingerprint, Optional<Message> why) {
        return new HistoryEntry(Instant.EPOCH, event, "smartum", version, fingerprint, "admin", why);
    }
}
