package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can happen between a host and its database server. */
final class PostgresTroubleTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Ledger open(String url) {
        return Ledger.open(url, Optional.of(new Secret(PostgresDesk.PASSWORD)), Clock.systemUTC());
    }

    private static String database(String url) {
        return url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
    }

    @Test
    void aServerThatAcknowledgesBeforeItFlushesIsToldToFlush() throws Exception {
        String url = POSTGRES.desk().database();
        POSTGRES.desk().sql("ALTER DATABASE " + database(url) + " SET synchronous_commit = off");
        try (Ledger ledger = open(url)) {
            assertThat(synchronousCommit(ledger)).isEqualTo("on");
            POSTGRES.desk().sql("ALTER SYSTEM SET synchronous_commit = off");
            POSTGRES.desk().sql("SELECT pg_reload_conf()");
            Thread.sleep(1000);
            assertThat(synchronousCommit(ledger)).as("under an open till").isEqualTo("on");
        } finally {
            POSTGRES.desk().sql("ALTER SYSTEM RESET synchronous_commit");
            POSTGRES.desk().sql("SELECT pg_reload_conf()");
        }
    }

    private static String synchronousCommit(Ledger ledger) {
        return ledger.books()
                .row("SELECT current_setting('synchronous_commit') AS s", row -> row.text("s"))
                .orElseThrow();
    }

    @Test
    void aServerThatTearsPagesIsRefused() throws Exception {
        PostgresDesk desk = POSTGRES.desk();
        String url = desk.database();
        desk.sql("ALTER SYSTEM SET full_page_writes = off");
        desk.sql("SELECT pg_reload_conf()");
        Thread.sleep(1000);
        try {
            assertThatThrownBy(() -> open(url).close())
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("full_page_writes = off");
        } finally {
            desk.sql("ALTER SYSTEM RESET full_page_writes");
            desk.sql("SELECT pg_reload_conf()");
            Thread.sleep(1000);
        }
    }

    @Test
    void aDatabaseThatCannotKeepEveryTextIsRefused() {
        PostgresDesk desk = POSTGRES.desk();
        desk.sql("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        assertThatThrownBy(() -> open(PostgresDesk.url(desk.port(), "latin")).close())
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("server_encoding = LATIN1");
    }

    @Test
    void aPoolerThatDropsWhatTheSessionAsksForIsRefused() throws IOException {
        String url = POSTGRES.desk().database();
        try (LosingProxy pooler = new LosingProxy(POSTGRES.desk().port())) {
            pooler.dropOptions();
            String through = PostgresDesk.url(pooler.port(), database(url)) + "&sslmode=disable";
            assertThatThrownBy(() -> open(through).close())
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("default_transaction_isolation = read committed");
        }
    }

    @Test
    void aServerThatNeverFlushesIsRefused() throws IOException {
        PostgresDesk desk = POSTGRES.desk();
        String url = desk.database();
        desk.crash();
        desk.start("fsync=off");
        try {
            assertThatThrownBy(() -> open(url))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("fsync = off");
        } finally {
            desk.crash();
            desk.start();
        }
    }

    @Test
    void aPasswordDoesNotBelongIntoTheUrl() {
        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1/shop?user=a&password=geheim"))
                .isInstanceOf(StoreRefusedException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("geheim"));
        assertThatThrownBy(() -> open("jdbc:h2:mem:")).isInstanceOf(StoreRefusedException.class);
    }

    @Test
    void L9_aServerThatRefusesOrIsNotThereIsUnavailable() {
        String url = POSTGRES.desk().database();
        assertThatThrownBy(() -> Ledger.open(url, Optional.of(new Secret("wrong")), Clock.systemUTC()))
                .isInstanceOf(LedgerUnavailableException.class)
                .satisfies(e -> assertThat(e + " " + e.getCause()).doesNotContain("wrong"));
        assertThatThrownBy(() -> open(PostgresDesk.url(1, "shop"))).isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void aServerThatRefusesIsNotSaidToBeOutOfReach() {
        PostgresDesk desk = POSTGRES.desk();
        String url = desk.database();
        for (Throwable refused : List.of(
                catchThrowable(() -> Ledger.open(url, Optional.of(new Secret("wrong")), Clock.systemUTC())),
                catchThrowable(() -> Ledger.open(url, Optional.empty(), Clock.systemUTC())),
                catchThrowable(() -> open(url.replace("user=" + PostgresDesk.USER, "user=nobody"))),
                catchThrowable(() -> open(PostgresDesk.url(desk.port(), "nothing"))))) {
            assertThat(refused)
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("refused")
                    .hasMessageContaining("user=")
                    .hasMessageContaining("POS_LEDGER_PASSWORD")
                    .message()
                    .doesNotContain("reached", "wrong", "nobody", PostgresDesk.USER, PostgresDesk.PASSWORD);
        }
        assertThatThrownBy(() -> open(PostgresDesk.url(desk.port(), "nothing")))
                .hasMessageContaining("no such database");
        assertThatThrownBy(() -> open(PostgresDesk.url(1, "shop"))).hasMessageContaining("cannot be reached");
    }

    @Test
    void everyAcknowledgedWriteIsThereAfterTheServerCrashed_andTheHostGoesOn() throws Exception {
        PostgresDesk desk = POSTGRES.desk();
        try (Ledger ledger = open(desk.database())) {
            ledger.books().install(Shop.NOTES);
            Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
            Together.run(5, i -> {
                if (i == 0) {
                    crashOnceBusy(desk, acknowledged);
                } else {
                    writeUntilRefused(ledger.books(), i, acknowledged);
                }
                return true;
            });
            desk.start();
            List<Long> stored = onceBack(ledger.books());
            assertThat(stored).containsAll(acknowledged);
            ledger.books().write(tx -> {
                Shop.note(tx, "after", 0);
                return true;
            });
        }
    }

    /** The pool looks for the server again every few seconds; until then the books are unavailable. */
    private static List<Long> onceBack(Books books) {
        for (int attempt = 0; ; attempt++) {
            try {
                return books.read(tx -> tx.rows("SELECT number FROM notes_note", row -> row.number("number")));
            } catch (LedgerUnavailableException e) {
                assertThat(attempt).as("waits of 5 s").isLessThan(4);
            }
        }
    }

    private static void crashOnceBusy(PostgresDesk desk, Queue<Long> acknowledged) {
        try {
            for (int wait = 0; wait < 3000 && acknowledged.size() < 100; wait++) {
                Thread.sleep(10);
            }
            desk.crash();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeUntilRefused(Books books, int thread, Queue<Long> acknowledged) {
        for (long step = 0; step < 100_000; step++) {
            long number = step * 10 + thread;
            try {
                books.write(tx -> {
                    Shop.note(tx, "note " + number, number);
                    return true;
                });
            } catch (LedgerUnavailableException | CommitUnknownException e) {
                return;
            }
            acknowledged.add(number);
        }
        throw new IllegalStateException("The server did not crash");
    }

    @Test
    void aCommitWhoseAnswerWasLostIsUnknown_andReadAgain() throws IOException {
        assertThat(notesAfter(LosingProxy.Loss.ANSWER)).isEqualTo(1);
        assertThat(notesAfter(LosingProxy.Loss.COMMIT)).isZero();
    }

    /** The host cannot tell the two losses apart, but by reading again. */
    private static long notesAfter(LosingProxy.Loss loss) throws IOException {
        try (LosingProxy network = new LosingProxy(POSTGRES.desk().port());
                Ledger ledger = open(through(network))) {
            ledger.books().install(Shop.NOTES);
            network.lose(loss);
            assertThatThrownBy(() -> ledger.books().write(tx -> {
                        Shop.note(tx, "lost", 1);
                        return true;
                    }))
                    .isInstanceOf(CommitUnknownException.class);
            return Shop.notes(ledger.books());
        }
    }

    @Test
    void L7_anIntentWhoseCommitWasLostIsOpenAgain_orNotGranted() throws IOException {
        try (LosingProxy network = new LosingProxy(POSTGRES.desk().port());
                Ledger ledger = open(through(network))) {
            Claims claims = ledger.claims();
            network.lose(LosingProxy.Loss.ANSWER);
            assertThat(claims.intend(Shop.RECEIPT, Shop.FIRST, Shop.SALE, Map.of("refunded", "0")))
                    .isInstanceOfSatisfying(Intent.Open.class, open -> {
                        assertThat(open.again()).isTrue();
                        assertThat(open.seen()).isEqualTo(Map.of("refunded", "0"));
                    });
            network.lose(LosingProxy.Loss.COMMIT);
            assertThatThrownBy(() -> claims.intend(Shop.receipt("tx_2"), Shop.SECOND, Shop.SALE, Map.of()))
                    .isInstanceOf(LedgerUnavailableException.class);
            assertThat(claims.intent(Shop.SECOND)).isEmpty();
        }
    }

    /** Without prepared statements the commit crosses the network as the word that the proxy looks for. */
    private static String through(LosingProxy network) {
        String url = POSTGRES.desk().database();
        return PostgresDesk.url(network.port(), database(url)) + "&prepareThreshold=0";
    }
}
