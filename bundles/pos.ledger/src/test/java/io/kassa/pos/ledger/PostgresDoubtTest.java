package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.postgres.Strangers;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever lost the server in a commit and reads again is not told otherwise later. */
final class PostgresDoubtTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final String OF_OTHERS =
            " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private final PostgresDesk desk = POSTGRES.desk();
    private String url;
    private LateNetwork network;
    private Ledger host;
    private Ledger other;

    @BeforeEach
    void open() throws IOException {
        url = desk.database();
        String name = url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
        network = new LateNetwork(desk.port());
        host = open(PostgresDesk.url(network.port(), name) + "&prepareThreshold=0&sslmode=disable");
        other = open(url);
        host.books().install(Shop.NOTES);
        write(host, "before");
    }

    @AfterEach
    void close() throws IOException {
        host.close();
        other.close();
        network.close();
    }

    private static Ledger open(String url) {
        return Ledger.open(url, Optional.of(new Secret(PostgresDesk.PASSWORD)), Clock.systemUTC());
    }

    private static boolean write(Ledger ledger, String name) {
        return ledger.books().write(tx -> {
            tx.write("INSERT INTO notes_note (name, number) VALUES (?, 1)", name);
            return true;
        });
    }

    private FutureTask<Boolean> begin(String name) {
        FutureTask<Boolean> writing = new FutureTask<>(() -> write(host, name));
        new Thread(writing).start();
        return writing;
    }

    private void lose(FutureTask<Boolean> writing) throws IOException {
        network.leaveTheHost();
        assertThatThrownBy(() -> writing.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CommitUnknownException.class);
    }

    @Test
    void aCommitThatWaitsForAStandbyIsReadAsStored() throws Exception {
        try {
            standby("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
            FutureTask<Boolean> writing = begin("waits for a standby");
            await("SELECT pid" + OF_OTHERS + " AND wait_event = 'SyncRep'");
            lose(writing);
            long again = Shop.notes(host.books());
            standby("ALTER SYSTEM RESET synchronous_standby_names");
            Thread.sleep(2000);
            assertThat(Shop.notes(host.books())).as("the same later").isEqualTo(again);
            assertThat(again).isEqualTo(2);
        } finally {
            standby("ALTER SYSTEM RESET synchronous_standby_names");
        }
        write(host, "after");
    }

    private void standby(String setting) {
        desk.sql(setting);
        desk.sql("SELECT pg_reload_conf()");
    }

    @Test
    void aCommitThatANetworkHeldBackIsNotDoneLater() throws Exception {
        network.hold();
        FutureTask<Boolean> writing = begin("late");
        network.awaitHeld();
        lose(writing);
        assertThat(Shop.notes(host.books())).isEqualTo(1);
        network.deliver();
        Thread.sleep(2000);
        assertThat(Shop.notes(other.books())).as("once it is delivered").isEqualTo(1);
        write(host, "late");
    }

    /** A process that is stopped does not end. */
    @Test
    void nobodyIsToldWhileTheSessionIsStillThere() throws Exception {
        network.hold();
        FutureTask<Boolean> writing = begin("late");
        network.awaitHeld();
        List<Long> sessions = sessions();
        for (long session : sessions) {
            signal("STOP", session);
        }
        try {
            lose(writing);
            assertThatThrownBy(() -> Shop.notes(host.books()))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("Look again later");
            assertThatThrownBy(() -> write(host, "next")).isInstanceOf(LedgerUnavailableException.class);
        } finally {
            for (long session : sessions) {
                signal("CONT", session);
            }
        }
        assertThat(Shop.notes(host.books())).isEqualTo(1);
    }

    /** All but the one that asks: nobody sees in which of them the host writes. */
    private List<Long> sessions() {
        return other.books().read(tx -> tx.rows("SELECT pid" + OF_OTHERS, row -> row.number("pid")));
    }

    private static void signal(String signal, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, "" + process).start().waitFor();
    }

    @Test
    void aStrangerWithTheNumberOfALostSessionIsLeftAlone() throws Exception {
        try (Connection stranger = DriverManager.getConnection(url, PostgresDesk.USER, PostgresDesk.PASSWORD)) {
            Strangers.endAnEarlierOne(url, PostgresDesk.PASSWORD, stranger);
            assertThat(stranger.isValid(5)).isTrue();
        }
    }

    private void await(String sql) throws Exception {
        long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (other.books().read(tx -> tx.rows(sql, row -> true)).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(late);
            Thread.sleep(20);
        }
    }
}
