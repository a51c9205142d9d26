package io.kassa.pos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.Configuration;

/** The power goes in the middle of a change: what was on disk at that moment is all there is. */
class PowerLossTest {

    private static Signer partner;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeAll
    static void certificate() throws Exception {
        partner = Signer.named("Partner", "-1d", 30);
    }

    @BeforeEach
    void open() throws Exception {
        shop = new Shop(folder, "1.0.0", partner);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void whileAnUpdateIsTriedOutItLeavesTheVersionBefore() throws Exception {
        shop.deploy(good("1.1.0"));
        Path next = good("1.2.0");
        shop.deploy(next);

        comesAgainAsBefore("1.2.0 runs");

        assertThat(shop.serving()).containsExactly("1.1.0");
        assertThat(shop.desk.history().get(0).event()).isEqualTo(Event.PUT_BACK);
        assertThat(shop.deploy(next)).isInstanceOf(Outcome.Runs.class);
    }

    @Test
    void whileAnUpdateIsTriedOutAndAnotherWasRefusedItLeavesTheVersionBeforeWithItsSettings() throws Exception {
        configuration().update(new Hashtable<>(Map.of("format", "before")));
        shop.deploy(good("1.1.0"));
        shop.deploy(good("1.2.0"));
        configuration().update(new Hashtable<>(Map.of("format", "of the new version")));

        goesOut("1.2.0 runs");
        new Vault(folder.resolve("deploy"))
                .record(new HistoryEntry(
                        Instant.now(), Event.REFUSED, Jars.PLUG_IN, "1.0.5", "ab", "partner", Optional.empty()));
        shop = new Shop(folder, "1.0.0", partner);

        assertThat(shop.serving()).containsExactly("1.1.0");
        assertThat(shop.desk.history().get(0).event()).isEqualTo(Event.PUT_BACK);
        assertThat(configuration().getProperties().get("format")).isEqualTo("before");
    }

    @Test
    void whileGoingBackItLeavesTheVersionThatRanWithItsOwnSettings() throws Exception {
        configuration().update(new Hashtable<>(Map.of("format", "old")));
        shop.deploy(good("1.1.0"));
        configuration().update(new Hashtable<>(Map.of("format", "new")));
        shop.desk.rollBack(Jars.PLUG_IN, "admin");
        assertThat(configuration().getProperties().get("format")).isEqualTo("old");

        comesAgainAsBefore("1.0.0 runs again");

        assertThat(shop.serving()).containsExactly("1.1.0");
        assertThat(configuration().getProperties().get("format")).isEqualTo("new");
    }

    @Test
    void whileAnArtefactComesInNothingOfItStays() throws Exception {
        shop.close();
        Files.write(folder.resolve("deploy/incoming/artefact1.jar"), new byte[1000]);
        Files.write(folder.resolve("deploy/incoming/settings1"), new byte[10]);

        shop = new Shop(folder, "1.0.0", partner);

        assertThat(folder.resolve("deploy/incoming")).isEmptyDirectory();
        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.deploy(good("1.1.0"))).isInstanceOf(Outcome.Runs.class);
    }

    private void comesAgainAsBefore(String lost) throws Exception {
        goesOut(lost);
        shop = new Shop(folder, "1.0.0", partner);
    }

    /** @param lost the last entry of the history, which the loss of power cut in half */
    private void goesOut(String lost) throws Exception {
        assertThat(shop.desk.history().get(0).event()).as(lost).isEqualTo(Event.RUNS);
        shop.close();
        Path history = folder.resolve("deploy/history");
        String text = Files.readString(history);
        Files.writeString(history, text.substring(0, text.length() - 60));
    }

    private static Path good(String version) throws Exception {
        return partner.sign(Jars.sample(version, "good"));
    }

    private Configuration configuration() throws Exception {
        return shop.admin.getFactoryConfiguration("sample", "one", "?");
    }
}
