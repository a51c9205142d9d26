package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk fails under a till that sells: it refuses with words, books nothing by halves, and goes on by itself. */
class DiskFaultsTest {

    private static final int TWO_RECEIPTS_AND_CASH_ALL_GIVEN_BACK = 8;

    private static final long AWAY_MILLIS = 500;
    private static final long BACK_MILLIS = 400;
    private static final int TIMES = 5;

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
        for (int time = 0; time == 0 || time < TIMES && !counter.isDone(); time++) {
            try (Strace disk = fault.strike(shop.till(), folder.resolve("trace"), shop.files())) {
                if (time == 0) {
                    counter = CompletableFuture.runAsync(() -> shop.serve(visit, "R1"));
                    assertThat(findings()).as("the health page").contains("books-away");
                    assertThat(disk.calls()).anyMatch(line -> line.contains("INJECTED"));
                }
                Java.pause(AWAY_MILLIS);
            }
            Java.pause(BACK_MILLIS);
        }
        assertThat(findings()).as("the health page").doesNotContain("books-away");
        assertThat(shop.api().refusals()).isNotEmpty();
        shop.api().refusedInWords();
        comesToItsEnd(counter, visit);
        shop.kill();
        shop.agrees();
        shop.starts();
    }

    private static void comesToItsEnd(CompletableFuture<Void> counter, Visit visit) {
        try {
            counter.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Cashier.TimeMustPass)) {
                throw e;
            }
            // a refund whose end the till could not store: it is asked about, and not sent again at once
            shop.pausesForAWhile();
            shop.serve(visit, "R1");
        }
    }

    private static String findings() {
        return shop.api().get("/api/health").must().toString();
    }
}
