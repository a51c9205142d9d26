package io.kassa.pos.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books that nobody touched for long: whoever touches them now is noticed before the next commit. */
class SameFilesTest {

    @TempDir
    Path folder;

    private Path books;
    private Path log;
    private SameFiles files;

    @BeforeEach
    void nobodyTouchesThemForLong() throws IOException {
        books = Files.writeString(folder.resolve("books.db"), "books");
        log = Files.writeString(folder.resolve("books.db-wal"), "log");
        files = new SameFiles(books, InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
        files.check();
        files.check();
    }

    @Test
    void aLogThatIsGoneIsNoticed_andThatItIsBack() throws IOException {
        Path aside = Files.move(log, folder.resolve("aside"));
        isRefused(log + " is gone");
        isRefused(log + " is gone");
        Files.move(aside, log);
        assertThatCode(files::check).doesNotThrowAnyException();
    }

    @Test
    void aLogThatWasReplacedIsNoticed() throws IOException {
        Files.move(log, folder.resolve("aside"));
        Files.writeString(log, "log");
        isRefused(log + " is not the file that was opened");
        assertThat(files.areSame()).isFalse();
    }

    @Test
    void booksThatWereCutOffAreNoticed() throws IOException {
        Files.writeString(books, "b");
        isRefused(books + " was cut off");
    }

    @Test
    void aLogMayGrowAndBecomeEmpty() throws IOException {
        Files.writeString(log, "log, and more");
        assertThatCode(files::check).doesNotThrowAnyException();
        Files.writeString(log, "");
        assertThatCode(files::check).doesNotThrowAnyException();
        assertThat(files.areSame()).isTrue();
    }

    private void isRefused(String why) {
        assertThatThrownBy(files::check)
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageStartingWith(why);
    }
}
