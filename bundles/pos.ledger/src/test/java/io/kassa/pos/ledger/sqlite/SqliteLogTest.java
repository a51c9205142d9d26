package io.kassa.pos.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.SchemaPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log beside the file is emptied while the till runs, so that erased answers do not stay readable in it. */
final class SqliteLogTest {

    private static final String ANSWER = "erased-answer-4711";

    @TempDir
    Path folder;

    private SqliteBooks books;

    @BeforeEach
    void open() {
        books = new SqliteBooks(folder, Clock.systemUTC(), Duration.ofMillis(100));
        books.install(SchemaPart.named("log").with(1, "CREATE TABLE log_answer (answer TEXT NOT NULL)"));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private void write(String sql) {
        books.write(tx -> tx.execute(sql));
    }

    private boolean readable() throws IOException {
        for (String file : new String[] {"books.db", "books.db-wal"}) {
            if (Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1)
                    .contains(ANSWER)) {
                return true;
            }
        }
        return false;
    }

    private void awaitErased(Runnable meanwhile) throws IOException, InterruptedException {
        for (int wait = 0; wait < 200 && readable(); wait++) {
            meanwhile.run();
            Thread.sleep(50);
        }
        assertThat(readable()).isFalse();
    }

    @Test
    void afterASilence() throws Exception {
        write("INSERT INTO log_answer VALUES ('" + ANSWER + "')");
        assertThat(readable()).isTrue();
        write("DELETE FROM log_answer");
        awaitErased(() -> {});
    }

    @Test
    void alsoWhileThereIsNoSilence() throws Exception {
        write("INSERT INTO log_answer VALUES ('" + ANSWER + "')");
        write("DELETE FROM log_answer");
        AtomicInteger written = new AtomicInteger();
        awaitErased(() -> write("INSERT INTO log_answer VALUES ('" + written.incrementAndGet() + "')"));
    }

    @Test
    void aReaderNeitherWaitsNorMakesWritersWait() throws Exception {
        write("INSERT INTO log_answer VALUES ('" + ANSWER + "')");
        long slowest = books.read(tx -> {
            tx.rows("SELECT answer FROM log_answer", row -> row.text("answer"));
            return slowestOfWritesFor(Duration.ofMillis(500));
        });
        assertThat(slowest).as("ms that a write took beside a reader").isLessThan(2000);
        write("DELETE FROM log_answer");
        awaitErased(() -> {});
    }

    private long slowestOfWritesFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long slowest = 0;
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            write("INSERT INTO log_answer VALUES ('beside')");
            slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
        }
        return slowest;
    }
}
