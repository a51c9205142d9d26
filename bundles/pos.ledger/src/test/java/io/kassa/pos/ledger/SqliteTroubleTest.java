package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a file. */
final class SqliteTroubleTest {

    @TempDir
    Path folder;

    private Ledger open() {
        Ledger ledger = Ledger.open(folder, Clock.systemUTC());
        ledger.books().install(Shop.NOTES);
        return ledger;
    }

    @Test
    void L9_aFullDiskRefusesTheWrite_storesNothing_andIsOverWhenThereIsRoomAgain() {
        try (Ledger ledger = open()) {
            Books books = ledger.books();
            assertThatThrownBy(() -> books.write(tx -> {
                        Shop.note(tx, "small", 1);
                        room(tx, 1);
                        return tx.execute("INSERT INTO notes_note (name) VALUES (?)", "x".repeat(1_000_000));
                    }))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("SQLITE_FULL");
            assertThat(Shop.notes(books)).isZero();
            books.write(tx -> {
                room(tx, 1_000_000);
                return tx.execute("INSERT INTO notes_note (name) VALUES ('after')");
            });
            assertThat(Shop.notes(books)).isEqualTo(1);
        }
    }

    /** SQLite's own picture of a disk: it cannot have fewer pages than it uses. */
    private static void room(Transaction tx, int pages) {
        tx.rows("PRAGMA max_page_count = " + pages, row -> true);
    }

    @Test
    void L9_aFailedWriteIsToldToEverybodyWhoSharesItsCommit() throws Exception {
        try (Ledger ledger = open()) {
            List<Boolean> stored = Together.run(16, i -> {
                try {
                    return ledger.books().write(tx -> {
                        Shop.note(tx, "note " + i, i);
                        if (i == 8) {
                            room(tx, 1);
                            tx.execute("INSERT INTO notes_note (name) VALUES (?)", "x".repeat(1_000_000));
                        }
                        return true;
                    });
                } catch (LedgerUnavailableException e) {
                    return false;
                }
            });
            assertThat(stored.get(8)).isFalse();
            assertThat(Shop.notes(ledger.books()))
                    .isEqualTo(stored.stream().filter(told -> told).count());
        }
    }

    @Test
    void L9_aFolderThatCannotBeMadeIsUnavailable() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Ledger.open(file.resolve("books"), Clock.systemUTC()))
                .isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void L9_aFileThatHoldsSomethingElseIsUnavailable_andLeftAsItIs() throws IOException {
        Path file = folder.resolve("books.db");
        byte[] other =
                "not a database, and long enough to be read as one ".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(file, other);
        assertThatThrownBy(() -> Ledger.open(folder, Clock.systemUTC())).isInstanceOf(LedgerUnavailableException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(other);
    }

    @Test
    void everyCommitIsFlushed_andErasedRowsAreOverwritten() {
        try (Ledger ledger = open()) {
            assertThat(pragma(ledger, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(ledger, "synchronous")).isEqualTo("2");
            assertThat(pragma(ledger, "secure_delete")).isEqualTo("1");
            assertThat(pragma(ledger, "foreign_keys")).isEqualTo("1");
        }
    }

    private static String pragma(Ledger ledger, String name) {
        return ledger.books()
                .write(tx -> tx.row("PRAGMA " + name, row -> row.text(name)).orElseThrow());
    }

    @Test
    void whatWasErasedIsInNoFile() throws IOException {
        String erased = "erased-answer-4711";
        try (Ledger ledger = open()) {
            ledger.books().write(tx -> tx.execute("INSERT INTO notes_note (name) VALUES (?)", erased));
            assertThat(filesWith(erased)).isNotEmpty();
            ledger.books().write(tx -> tx.execute("DELETE FROM notes_note"));
        }
        assertThat(filesWith(erased)).isEmpty();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyElseOnTheMachineReadsTheBooks() throws IOException {
        FileStore store = Files.getFileStore(folder);
        assumeTrue(store.supportsFileAttributeView("posix"), "This file system has no owners");
        Path made = folder.resolve("till");
        try (Ledger ledger = Ledger.open(made, Clock.systemUTC());
                Stream<Path> files = Files.list(made)) {
            assertThat(ledger.books().<Boolean>write(tx -> true)).isTrue();
            assertThat(rights(made)).isEqualTo("rwx------");
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("books.db")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
