package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresWritingTest extends WritingContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** Goes ahead of the first statement in the same trip, with an answer of its own. */
    private static final int BEGIN = 1;

    @Override
    Store store() {
        return POSTGRES.newStore();
    }

    /** A claim of a receipt, the lines of its payment and the audit hold up other registers for no more than they ask. */
    @Test
    void whatIsOnlyWrittenGoesWithWhatIsAsked_andWithTheCommit() throws IOException {
        assertThat(trips(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.insert(NOTE, "b", 2);
                    tx.write(NOTE, "c", 3);
                }))
                .as("a work that only writes")
                .isEqualTo(1);
        assertThat(trips(tx -> {
                    tx.write(NOTE, "d", 1);
                    tx.execute("UPDATE notes_note SET number = 2 WHERE name = 'd'");
                    tx.write(NOTE, "e", 3);
                }))
                .as("a work that asks once")
                .isEqualTo(2);
        assertThat(trips(tx -> tx.execute("UPDATE notes_note SET number = 2 WHERE name = 'd'")))
                .as("a question, and a commit with nothing left to do")
                .isEqualTo(2);
    }

    private static String name(String url) {
        return url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
    }

    private static Ledger open(String url) {
        return Ledger.open(url, Optional.of(new Secret(PostgresDesk.PASSWORD)), Clock.systemUTC());
    }

    private interface Writing {
        void in(Transaction tx);
    }

    private static long trips(Writing writing) throws IOException {
        PostgresDesk desk = POSTGRES.desk();
        String name = name(desk.database());
        try (LosingProxy network = new LosingProxy(desk.port());
                Ledger ledger = open(PostgresDesk.url(network.port(), name) + "&sslmode=disable")) {
            ledger.books().install(Shop.NOTES);
            ledger.books().write(tx -> tx.execute(NOTE, "first", 0));
            long before = network.answered();
            ledger.books().write(tx -> {
                writing.in(tx);
                return true;
            });
            return network.answered() - before - BEGIN;
        }
    }

    /** The presumption is given up together with all that was built on it. */
    @Test
    void whoPresumedWronglyIsRunAgainAndTold() {
        books.write(tx -> tx.execute(NOTE, "taken", 1));
        List<Boolean> told = new ArrayList<>();
        books.write(tx -> {
            told.add(tx.insert(NOTE, "taken", 2));
            tx.write(NOTE, "run " + told.size(), 3);
            return true;
        });
        assertThat(told).containsExactly(true, false);
        assertThat(books.<List<String>>read(
                        tx -> tx.rows("SELECT name FROM notes_note ORDER BY name", row -> row.text("name"))))
                .containsExactly("run 2", "taken");
    }

    /** The server said no before it came to the commit: nothing is stored, and nobody has to read again to know. */
    @Test
    void whatTheServerGivesUpTogetherWithTheCommitIsKnownNotToBeStored() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.write("SET LOCAL statement_timeout = '50ms'");
                    tx.write("SELECT pg_sleep(10)");
                    return true;
                }))
                .isInstanceOf(LedgerUnavailableException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void whatIsLostTogetherWithTheCommitIsUnknown() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.write("SELECT pg_terminate_backend(pg_backend_pid())");
                    return true;
                }))
                .isInstanceOf(CommitUnknownException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    /** Hosts are not held up by a claim that an attempt has already, as when its receipt is confirmed later. */
    @Test
    void whoHasAReceiptAlreadyIsNotRunAgain() {
        try (Ledger ledger = store().open(Clock.systemUTC())) {
            Shop.settle(ledger, Shop.FIRST, Shop.SALE, Shop.RECEIPT);
            assertThat(ledger.claims().claim(Shop.RECEIPT, Shop.FIRST, Shop.SALE))
                    .isInstanceOf(Claim.Granted.class);
            List<Settlement> runs = new ArrayList<>();
            ledger.books()
                    .write(tx ->
                            runs.add(ledger.claims().settle(tx, Shop.FIRST, Shop.SALE, Optional.of(Shop.RECEIPT))));
            assertThat(runs).containsExactly(new Settlement.Settled(Set.of(Shop.RECEIPT)));
        }
    }

    /** Who lost the server reads what it has stored; what it has not stored by then it must not store later. */
    @Test
    void aServerThatLostItsHostGivesUp() throws Exception {
        PostgresDesk desk = POSTGRES.desk();
        String url = desk.database();
        String name = name(url);
        try (LosingProxy network = new LosingProxy(desk.port());
                Ledger cut = open(PostgresDesk.url(network.port(), name));
                Ledger other = open(url);
                Connection busy = DriverManager.getConnection(url, PostgresDesk.USER, PostgresDesk.PASSWORD)) {
            other.books().install(Shop.NOTES);
            other.books().write(tx -> tx.execute(NOTE, "wanted by both", 1));
            busy.setAutoCommit(false);
            busy.createStatement().execute("SELECT * FROM notes_note FOR UPDATE");
            FutureTask<Boolean> late = new FutureTask<>(() -> cut.books().write(tx -> {
                tx.write(NOTE, "late", 2);
                tx.write("UPDATE notes_note SET number = 2 WHERE name = 'wanted by both'");
                return true;
            }));
            new Thread(late).start();
            awaitWaiting(other, 1);
            network.cut();
            assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CommitUnknownException.class);
            awaitWaiting(other, 0);
            busy.rollback();
            assertThat(Shop.notes(other.books())).isEqualTo(1);
        }
    }

    /** Until as many wait for a row of the same database: sooner than the server's patience with a lock ends, which is ten seconds. */
    private static void awaitWaiting(Ledger ledger, long wanted) throws InterruptedException {
        long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        while (waiting(ledger) != wanted) {
            assertThat(System.nanoTime()).as("still not %d that wait", wanted).isLessThan(late);
            Thread.sleep(20);
        }
    }

    private static long waiting(Ledger ledger) {
        return ledger.books()
                .<Long>read(tx -> tx.row(
                                "SELECT COUNT(*) AS n FROM pg_stat_activity"
                                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'",
                                row -> row.number("n"))
                        .orElseThrow());
    }
}
