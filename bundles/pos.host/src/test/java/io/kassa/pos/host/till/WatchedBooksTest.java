package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.method.Patience;
import io.kassa.pos.ledger.start.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call inside a work is found; so each test of the till fails in which there is one. */
class WatchedBooksTest {

    @TempDir
    Path folder;

    private final Patience patience = new Patience();
    private Ledger ledger;
    private WatchedBooks books;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder, Clock.systemUTC());
        books = new WatchedBooks(ledger.books());
    }

    @AfterEach
    void close() {
        patience.close();
        ledger.close();
    }

    @Test
    void aCallThatAWorkWaitsForIsFound() {
        books.write(tx -> patience.call(Duration.ofSeconds(10), this::call));
        assertThat(books.found()).hasSize(1);
        books.read(tx -> patience.call(Duration.ofSeconds(10), this::call));
        assertThat(books.found()).hasSize(2);
    }

    @Test
    void aCallOfTheWorkItselfIsFound() {
        books.read(tx -> call());
        assertThat(books.found()).containsExactly("verify");
    }

    @Test
    void aCallBesideSomebodyElsesWorkIsNone() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(1);
        Thread reader = new Thread(() -> books.read(tx -> {
            reading.countDown();
            return awaits(called);
        }));
        reader.start();
        awaits(reading);
        patience.call(Duration.ofSeconds(10), this::call);
        called.countDown();
        reader.join();
        books.read(tx -> true);
        call();
        assertThat(books.found()).isEmpty();
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean call() {
        books.called("verify");
        return true;
    }
}
