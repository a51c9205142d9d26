package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.postgres.Pool;
import io.kassa.pos.ledger.start.Ledger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresBooksTest extends BooksContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    Store store() {
        return POSTGRES.newStore();
    }

    @Test
    @Timeout(60)
    void whatOneHostWritesAtTheSameMomentSharesATransaction() throws Exception {
        try (Ledger ledger = store().open(Clock.systemUTC())) {
            Books books = ledger.books();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            FutureTask<String> first = new FutureTask<>(() -> books.write(tx -> {
                begun.countDown();
                Together.await(go);
                return number(tx);
            }));
            new Thread(first).start();
            begun.await();
            List<Thread> threads = new ArrayList<>();
            List<FutureTask<String>> others = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                FutureTask<String> other = new FutureTask<>(() -> books.write(PostgresBooksTest::number));
                Thread thread = new Thread(other);
                thread.start();
                threads.add(thread);
                others.add(other);
            }
            Together.awaitAll(Thread.State.WAITING, threads);
            go.countDown();
            String shared = others.get(0).get(30, TimeUnit.SECONDS);
            assertThat(first.get(30, TimeUnit.SECONDS)).isNotEqualTo(shared);
            for (FutureTask<String> other : others) {
                assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(shared);
            }
        }
    }

    /** Works that wait together are stored by one of the threads: what befell that one must not befall the others. */
    @Test
    void whoIsInterruptedWaitsForAConnectionAndWritesAllTheSame_andStaysInterrupted() throws Exception {
        CountDownLatch inside = new CountDownLatch(Pool.SIZE);
        CountDownLatch go = new CountDownLatch(1);
        try (Ledger ledger = store().open(Clock.systemUTC())) {
            Books books = ledger.books();
            books.install(Shop.NOTES);
            List<FutureTask<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < Pool.SIZE; i++) {
                readers.add(new FutureTask<>(() -> books.read(tx -> {
                    inside.countDown();
                    Together.await(go);
                    return true;
                })));
            }
            FutureTask<Boolean> written = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                books.write(tx -> {
                    Shop.note(tx, "by one who is interrupted", 1);
                    return true;
                });
                return Thread.interrupted();
            });
            try {
                readers.forEach(reader -> new Thread(reader).start());
                assertThat(inside.await(30, TimeUnit.SECONDS)).as("all read").isTrue();
                Thread writer = new Thread(written);
                writer.start();
                Together.awaitAll(Thread.State.TIMED_WAITING, List.of(writer));
            } finally {
                go.countDown();
            }
            assertThat(written.get(30, TimeUnit.SECONDS))
                    .as("still interrupted")
                    .isTrue();
            for (FutureTask<Boolean> reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(Shop.notes(books)).isEqualTo(1);
        }
    }

    /** The server's number of the transaction. */
    private static String number(Transaction tx) {
        return tx.row("SELECT CAST(pg_current_xact_id() AS TEXT) AS n", row -> row.text("n"))
                .orElseThrow();
    }
}
