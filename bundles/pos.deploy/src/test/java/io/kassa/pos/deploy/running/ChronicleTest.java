package io.kassa.pos.deploy.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.running.Chronicle.Subject;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.text.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleTest {

    @TempDir
    Path folder;

    @Test
    void whatSomebodyCalledAFileForgesNoLineAndTurnsNoneRound() throws Exception {
        Message why = new Message("not-a-jar", List.of(), Map.of("en", "no", "fi", "ei", "sv", "nej"));
        List<HistoryEntry> told = new ArrayList<>();
        Chronicle chronicle =
                new Chronicle(new Vault(folder), (entry, ranBefore) -> told.add(entry), Clock.systemUTC());
        chronicle.recordRefusal(
                Subject.unknown("a\r\nplug-in 2 RUNS by admin\u202e.jar"), HistoryEntry.Event.REFUSED, "admin", why);
        assertThat(told).extracting(HistoryEntry::plugIn).containsExactly("a??plug-in 2 RUNS by admin?.jar");
    }
}
