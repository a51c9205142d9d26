package io.kassa.pos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.inbox.Inbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    private Path folder;

    private Signer partner;
    private Shop shop;
    private Path drop;
    private Inbox inbox;

    @BeforeEach
    void open() throws Exception {
        partner = Signer.named("Partner", "-1d", 30);
        shop = new Shop(folder, "1.0.0", partner);
        drop = folder.resolve("inbox");
        inbox = new Inbox(drop, shop.desk);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aDroppedJarIsDeployedOnceItStaysAsItIs() throws Exception {
        Files.copy(partner.sign(Jars.sample("1.1.0", "good")), drop.resolve("new.jar"));

        inbox.look();
        assertThat(shop.serving()).containsExactly("1.0.0");
        inbox.look();

        assertThat(shop.serving()).containsExactly("1.1.0");
        assertThat(drop.resolve("done/new.jar")).exists();
        assertThat(drop.resolve("new.jar")).doesNotExist();
    }

    @Test
    void aHalfWrittenFileWaits() throws Exception {
        byte[] whole = Files.readAllBytes(partner.sign(Jars.sample("1.1.0", "good")));
        Path file = drop.resolve("slow.jar");
        int step = whole.length / 4 + 1;
        for (int from = 0; from < whole.length; from += step) {
            byte[] part = java.util.Arrays.copyOfRange(whole, from, Math.min(whole.length, from + step));
            Files.write(file, part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            inbox.look();
            assertThat(shop.desk.history()).isEmpty();
        }
        inbox.look();

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void whatIsRefusedLiesBesideItsReason() throws Exception {
        Files.copy(Jars.sample("1.1.0", "good"), drop.resolve("unsigned.jar"));
        inbox.look();
        inbox.look();

        assertThat(drop.resolve("refused/unsigned.jar")).exists();
        assertThat(Files.readString(drop.resolve("refused/unsigned.jar.txt")))
                .contains("The plug-in is not signed.", "Liitännäistä ei ole", "inte signerat");
    }

    @Test
    void filesOfOtherTypesAreLeftAlone() throws Exception {
        Files.writeString(drop.resolve("readme.txt"), "hello");
        inbox.look();
        inbox.look();

        assertThat(drop.resolve("readme.txt")).exists();
        assertThat(shop.desk.history()).isEmpty();
    }

    @Test
    void aFolderThatIsCalledLikeAJarIsLeftAlone() throws Exception {
        Files.createDirectory(drop.resolve("unpacked.jar"));
        inbox.look();
        inbox.look();

        assertThat(drop.resolve("unpacked.jar")).isDirectory();
        assertThat(shop.desk.history()).isEmpty();
    }

    @Test
    void ofTwoThatAreDroppedAtOnceTheHigherRunsInTheEnd() throws Exception {
        Files.copy(partner.sign(Jars.sample("1.2.0", "good")), drop.resolve("a.jar"));
        Files.copy(partner.sign(Jars.sample("1.1.0", "good")), drop.resolve("b.jar"));
        inbox.look();
        inbox.look();

        assertThat(shop.serving()).containsExactly("1.2.0");
        assertThat(drop.resolve("done/a.jar")).exists();
        assertThat(shop.desk.history())
                .extracting(HistoryEntry::by)
                .containsOnly(HistoryEntry.FOLDER, HistoryEntry.TILL);
    }

    @Test
    void whatCameEarlierUnderTheSameNameStaysWithItsReason() throws Exception {
        for (int i = 0; i < 2; i++) {
            Files.copy(Jars.sample("1.1.0", "good"), drop.resolve("new.jar"));
            inbox.look();
            inbox.look();
        }

        assertThat(drop.resolve("refused/new.jar")).exists();
        assertThat(drop.resolve("refused/new (2).jar")).exists();
        assertThat(drop.resolve("refused/new (2).jar.txt")).exists();
    }

    @Test
    void aFileThatCannotBeMovedAwayIsNotTriedForEver() throws Exception {
        Files.delete(drop.resolve("refused"));
        Files.writeString(drop.resolve("refused"), "a file where the folder was");
        Files.copy(Jars.sample("1.1.0", "good"), drop.resolve("unsigned.jar"));
        Files.copy(partner.sign(Jars.sample("1.2.0", "good")), drop.resolve("signed.jar"));
        for (int i = 0; i < 5; i++) {
            inbox.look();
        }

        assertThat(shop.desk.history())
                .filteredOn(entry -> entry.event() == HistoryEntry.Event.REFUSED)
                .hasSize(1);
        assertThat(shop.serving()).containsExactly("1.2.0");
    }
}
