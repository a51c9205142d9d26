package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody, or a dying disk, can do to the file: what stood there is never taken for less than it was. */
final class SqliteDamageTest {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("books.db");
        try (Ledger ledger = open()) {
            ledger.books().install(Shop.NOTES);
            ledger.books().write(tx -> {
                for (int i = 0; i < 2000; i++) {
                    Shop.note(tx, "note " + i + " ".repeat(100), i);
                }
                return true;
            });
        }
    }

    private Ledger open() {
        return Ledger.open(folder, Clock.systemUTC());
    }

    private static void note(Ledger ledger, String name) {
        ledger.books().write(tx -> {
            Shop.note(tx, name, 1);
            return true;
        });
    }

    private void refused(String word) throws IOException {
        byte[] before = content();
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining(word)
                .hasMessageContaining("newest backup");
        assertThat(Arrays.equals(content(), before)).as("left as it is").isTrue();
    }

    private byte[] content() throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private void cut(long length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length);
        }
    }

    private void overwrite(long from, int length, int with) throws IOException {
        byte[] rubbish = new byte[length];
        Arrays.fill(rubbish, (byte) with);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(from);
            bytes.write(rubbish);
        }
    }

    @Test
    void L9_booksThatAreGoneAreNotBegunAnew() throws IOException {
        Files.delete(file);
        refused("gone or empty");
        assertThat(file).doesNotExist();
    }

    @Test
    void L9_emptyBooksAreNotBegunAnew() throws IOException {
        cut(0);
        refused("gone or empty");
    }

    @Test
    void L9_halfOfTheBooksIsRefused() throws IOException {
        cut(Files.size(file) / 2 / PAGE * PAGE);
        refused("damaged");
    }

    @Test
    void L9_aDamagedHeadIsRefused() throws IOException {
        overwrite(0, 16, 'x');
        refused("damaged");
    }

    @Test
    void L9_aDamagedPageThatNobodyNeedsYetIsRefused() throws IOException {
        overwrite(Files.size(file) / PAGE / 2 * PAGE, PAGE, 0xff);
        refused("damaged");
    }

    @Test
    void L9_aFileThatIsPutBackOpens() throws IOException {
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        refused("gone or empty");
        Files.move(elsewhere, file);
        try (Ledger ledger = open()) {
            assertThat(Shop.notes(ledger.books())).isEqualTo(2000);
        }
    }

    @Test
    void L9_nothingIsAcknowledgedIntoAFileThatWasMovedAway_andAllGoesOnWhenItIsBack() throws IOException {
        try (Ledger ledger = open()) {
            Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
            assertThatThrownBy(() -> note(ledger, "lost")).isInstanceOf(LedgerUnavailableException.class);
            assertThatThrownBy(() -> Together.run(16, i -> Shop.notes(ledger.books())))
                    .as("no reader makes an empty one in its place")
                    .hasRootCauseInstanceOf(org.sqlite.SQLiteException.class);
            Files.move(elsewhere, file);
            note(ledger, "kept");
        }
        try (Ledger ledger = open()) {
            assertThat(Shop.notes(ledger.books())).isEqualTo(2001);
        }
    }

    @Test
    void L9_nothingIsAcknowledgedIntoALogThatWasErased() throws IOException {
        try (Ledger ledger = open()) {
            Files.delete(folder.resolve("books.db-wal"));
            assertThatThrownBy(() -> note(ledger, "lost"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("gone");
        }
    }

    @Test
    void L9_nothingIsAcknowledgedIntoAFileThatWasReplaced() throws IOException {
        try (Ledger ledger = open()) {
            Path backup = Files.copy(file, folder.resolve("backup"));
            Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> note(ledger, "lost"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("not the file that was opened");
        }
    }

    @Test
    void L9_nothingIsWrittenBesideAFileThatWasPutThere() throws IOException {
        Path log = folder.resolve("books.db-wal");
        byte[] before;
        try (Ledger ledger = open()) {
            note(ledger, "kept");
            Path backup = Files.copy(file, folder.resolve("backup"));
            Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);
            before = Files.readAllBytes(log);
            assertThatThrownBy(() -> note(ledger, "lost"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("take books.db-wal, books.db-shm and books.db-journal away");
            assertThat(Files.readAllBytes(log)).isEqualTo(before);
        }
        assertThat(Files.readAllBytes(log)).as("after the end").isEqualTo(before);
    }

    @Test
    void L9_booksBehindALinkAreBooks() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Files.createSymbolicLink(file, Files.move(file, disk.resolve("moved.db")));
        try (Ledger ledger = open()) {
            note(ledger, "kept");
            Files.delete(disk.resolve("moved.db-wal"));
            assertThatThrownBy(() -> note(ledger, "lost"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("gone");
        }
    }

    @Test
    void L9_aChangeOutsideTheLogThatWasCutOffIsUndone() throws IOException, SQLException {
        cutAChangeOff();
        try (Ledger ledger = open()) {
            assertThat(Shop.notes(ledger.books())).isEqualTo(2000);
        }
    }

    @Test
    void L9_ofBooksThatAreGoneNothingComesIntoABackupThatIsPutThereAsIsSaid() throws IOException, SQLException {
        Path backup = Files.copy(file, folder.resolve("backup"));
        try (Ledger ledger = open()) {
            ledger.books().write(tx -> {
                for (int i = 0; i < 2000; i++) {
                    Shop.note(tx, "later note " + i + " ".repeat(100), i);
                }
                return true;
            });
        }
        cutAChangeOff();
        Files.delete(file);
        String said = catchThrowable(this::open).getMessage();

        Files.copy(backup, file);
        for (String named : Pattern.compile("books\\.db-\\w+")
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .toList()) {
            Files.deleteIfExists(folder.resolve(named));
        }
        try (Ledger ledger = open()) {
            assertThat(Shop.notes(ledger.books())).isEqualTo(2000);
        }
    }

    /** The power fails in a change that goes into the file at once, with what was there before in a journal beside it. */
    private void cutAChangeOff() throws IOException, SQLException {
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.copy(file, elsewhere);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + elsewhere);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            // so that pages are in the file before the commit
            statement.execute("PRAGMA cache_size = 1");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DELETE FROM notes_note");
            Files.copy(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(folder.resolve("elsewhere.db-journal"), folder.resolve("books.db-journal"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, PAGE})
    void L9_nothingIsAcknowledgedIntoAFileThatWasCutOff(long left) throws IOException {
        try (Ledger ledger = open()) {
            cut(left);
            assertThatThrownBy(() -> note(ledger, "lost"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("newest backup");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xee, 0xff})
    void L9_rubbishUnderOpenBooksIsNoticedWhenItIsRead_andWhatNeedsItIsNotBookedByHalf(int rubbish) throws IOException {
        try (Ledger ledger = open()) {
            overwrite(Files.size(file) / PAGE / 2 * PAGE, PAGE, rubbish);
            assertThatThrownBy(() -> Shop.notes(ledger.books()))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("newest backup");
            assertThatThrownBy(() -> ledger.books().write(tx -> {
                        Shop.note(tx, "half", 1);
                        return tx.execute("UPDATE notes_note SET name = name || number");
                    }))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("newest backup");
            assertThat(isThere(ledger, "half")).isFalse();
            note(ledger, "elsewhere");
            assertThat(isThere(ledger, "elsewhere")).isTrue();
        }
        refused("damaged");
    }

    private static boolean isThere(Ledger ledger, String name) {
        return ledger.books()
                .read(tx -> tx.row("SELECT number FROM notes_note WHERE name = ?", row -> row.number("number"), name))
                .isPresent();
    }
}
