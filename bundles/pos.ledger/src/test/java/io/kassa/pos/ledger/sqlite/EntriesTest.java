package io.kassa.pos.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesTest {

    private static final InstantSource NOW = InstantSource.system();
    private static final InstantSource LATER = InstantSource.offset(NOW, Duration.ofHours(1));

    @TempDir
    Path folder;

    private Path log;
    private final AtomicInteger looks = new AtomicInteger();

    @BeforeEach
    void thereIsALog() throws IOException {
        log = Files.writeString(folder.resolve("log"), "one");
    }

    @Test
    void whereNothingChangedForLongNobodyLooksTwice() throws IOException {
        Entries entries = new Entries(folder, LATER);
        look(entries);
        Files.writeString(log, "written on");
        look(entries);
        look(entries);
        assertThat(looks).hasValue(1);
    }

    @Test
    void whatWasReplacedIsLookedAt() throws IOException {
        Entries entries = new Entries(folder, LATER);
        look(entries);
        Files.delete(Files.move(log, folder.resolve("aside")));
        look(entries);
        Files.writeString(log, "another");
        look(entries);
        look(entries);
        assertThat(looks).hasValue(3);
    }

    @Test
    void whoSetsTheFoldersTimeBackIsSeenAllTheSame() throws IOException {
        FileTime before = Files.getLastModifiedTime(folder);
        Entries entries = new Entries(folder, LATER);
        look(entries);
        Files.move(log, folder.resolve("aside"));
        Files.setLastModifiedTime(folder, before);
        look(entries);
        assertThat(looks).hasValue(2);
    }

    @Test
    void whoDoubtsLooksAgain() {
        Entries entries = new Entries(folder, LATER);
        look(entries);
        entries.doubt();
        look(entries);
        assertThat(looks).hasValue(2);
    }

    @Test
    void aFileSystemThatTellsNoTimeTellsNoChange() throws IOException {
        Files.setLastModifiedTime(folder, FileTime.fromMillis(0));
        Entries entries = new Entries(folder, LATER);
        look(entries);
        look(entries);
        assertThat(looks).hasValue(2);
    }

    @Test
    void aChangeAMomentAgoMayHideTheNextOne() {
        Entries entries = new Entries(folder, NOW);
        look(entries);
        look(entries);
        assertThat(looks).hasValue(2);
    }

    @Test
    void aClockThatRunsBehindNeverHidesOne() {
        Entries entries = new Entries(folder, () -> Instant.EPOCH);
        look(entries);
        look(entries);
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatIsWrongIsSaidUntilItIsRight() {
        Entries entries = new Entries(folder, LATER);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> entries.ifChanged(() -> {
                        throw new IllegalStateException("gone");
                    }))
                    .hasMessage("gone");
        }
        look(entries);
        assertThat(looks).hasValue(1);
    }

    private void look(Entries entries) {
        entries.ifChanged(looks::incrementAndGet);
    }
}
