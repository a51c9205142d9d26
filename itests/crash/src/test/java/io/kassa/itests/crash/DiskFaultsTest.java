package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk fails under a till that sells: it refuses with words, books nothing by halves, and goes on by itself. */
class DiskFaultsTest {

    private static final int TWO_RECEIPTS_AND_CASH_ALL_GIVEN_BACK = 8;

    private static final long AWAY_MILLIS = 500;
    private static final long BACK_MILLIS = 250;

    @TempDir
    static Path folder;

    private static Shop shop;

    @BeforeAll
    static void open() {
        Strace.must();
        shop = Shop.at(folder, List.of("R1"));
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithWords_booksNothingByHalves_andGoesOnByItself(Fault fault) {
        shop.reopens();
        Visit visit = Stories.story(TWO_RECEIPTS_AND_CASH_ALL_GIVEN_BACK, fault.ordinal());
        CompletableFuture<Void> counter = CompletableFuture.completedFuture(null);
        for (boolean first = true; first || !counter.isDone(); first = false) {
            try (Strace disk = fault.strike(shop.till(), folder.resolve("trace"), shop.files())) {
                if (first) {
                    counter = CompletableFuture.runAsync(() -> shop.serve(visit, "R1"));
                    assertThat(findings()).as("the health page").contains("books-away");
                    assertThat(disk.lines()).anyMatch(line -> line.contains("INJECTED"));
                }
                Java.pause(AWAY_MILLIS);
            }
            Java.pause(BACK_MILLIS);
        }
        counter.join();
        assertThat(findings()).as("the health page").doesNotContain("books-away");
        assertThat(shop.api().refusals()).isNotEmpty();
        shop.api().refusedInWords();
        shop.kill();
        shop.agrees();
        shop.starts();
    }

    private static String findings() {
        return shop.api().get("/api/health").must().toString();
    }
}
