package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody, or a dying disk, damages the books: before a start, and under a till that sells. */
class DamagedBooksTest {

    private static final int PAGE = 4096;

    /** What is done to the file. */
    enum Damage {
        HALF {
            @Override
            void to(Path file) throws IOException {
                cut(file, Files.size(file) / PAGE / 2 * PAGE);
            }
        },
        EMPTY {
            @Override
            void to(Path file) throws IOException {
                cut(file, 0);
            }
        },
        GONE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        RUBBISH {
            @Override
            void to(Path file) throws IOException {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    byte[] rubbish = new byte[PAGE];
                    Arrays.fill(rubbish, (byte) 0xee);
                    for (long at = Files.size(file) / PAGE / 2 * PAGE; at < Files.size(file); at += PAGE) {
                        bytes.seek(at);
                        bytes.write(rubbish);
                    }
                }
            }
        };

        abstract void to(Path file) throws IOException;

        private static void cut(Path file, long length) throws IOException {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(length);
            }
        }
    }

    @TempDir
    static Path folder;

    private static Shop shop;
    private static int visits;

    private Path backup;

    @BeforeAll
    static void open() {
        shop = Shop.at(folder, List.of("R1"));
        sell();
        shop.kill();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static void sell() {
        visits++;
        shop.serve(Stories.story(0, visits), "R1");
    }

    /** While the till is down, as the manual says. */
    @BeforeEach
    void backUp() throws IOException {
        shop.agrees();
        backup = Files.createTempDirectory(folder, "backup");
        for (Path file : shop.files()) {
            if (Files.exists(file)) {
                Files.copy(file, backup.resolve(file.getFileName()));
            }
        }
    }

    private void putBack() {
        try {
            for (Path file : shop.files()) {
                Files.deleteIfExists(file);
            }
            // the log before the books: who sees the books sees their log
            for (Path file : List.of(shop.files().get(1), shop.books())) {
                Path kept = backup.resolve(file.getFileName());
                if (Files.exists(kept)) {
                    Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "GONE", "RUBBISH"})
    void areNotOpened_andAreOpenedAsSoonAsTheBackupIsThere(Damage damage) throws IOException {
        damage.to(shop.books());
        byte[] left = content();

        shop.begins();
        shop.staysClosed("newest backup");
        assertThat(Arrays.equals(content(), left)).as("left as it is").isTrue();

        putBack();
        shop.reopens();
        sell();
        shop.kill();
        shop.agrees();
    }

    private static byte[] content() throws IOException {
        return Files.exists(shop.books()) ? Files.readAllBytes(shop.books()) : new byte[0];
    }

    @Test
    void movedAwayUnderTheTill_nothingIsAcknowledged_andItGoesOnWhenTheyAreBack() throws IOException {
        shop.starts();
        Path elsewhere = Files.move(shop.books(), folder.resolve("elsewhere"));
        refused();
        Files.move(elsewhere, shop.books());
        sell();
        shop.kill();
        shop.agrees();
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF", "EMPTY", "GONE"})
    void underTheTill_nothingIsAcknowledged_andTheBackupHasItAll(Damage damage) throws IOException {
        shop.starts();
        damage.to(shop.books());
        refused();
        areToBePutBack();
    }

    /** What is not read yet may still be booked, or refused: either way a person hears of it. */
    @Test
    void rubbishUnderTheTill_isRefusedInWordsOrNotNeeded_andIsFoundAtTheNextStart() throws IOException {
        shop.starts();
        Damage.RUBBISH.to(shop.books());
        for (int tries = 0; tries < 5; tries++) {
            assertThat(buysADrink().status()).isIn(200, 503);
        }
        shop.api().refusedInWords();
        areToBePutBack();
    }

    private void areToBePutBack() {
        shop.kill();
        shop.begins();
        shop.staysClosed("newest backup");
        putBack();
        shop.reopens();
        sell();
        shop.kill();
        shop.agrees();
    }

    private static TillApi.Answer buysADrink() {
        return shop.api().post("/api/registers/R1/lines", Map.of("product", "drink", "quantity", 1));
    }

    private static void refused() {
        for (int tries = 0; tries < 5; tries++) {
            TillApi.Answer answer = buysADrink();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        }
        assertThat(shop.api().get("/api/health").toString()).contains("books-away");
        shop.api().refusedInWords();
        assertThat(shop.till().said("Nothing can be booked")).isTrue();
    }
}
