package io.kassa.pos.host.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.ledger.start.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @TempDir
    Path folder;

    /** Counts what was sold in them when they are closed. */
    private final class Spares implements SpareBooks {

        private long completed = -1;
        private long audited = -1;

        @Override
        public Opened open() {
            Ledger ledger = Ledger.open(folder, Clock.systemUTC());
            return new Opened() {
                @Override
                public Books books() {
                    return ledger.books();
                }

                @Override
                public Claims claims() {
                    return ledger.claims();
                }

                @Override
                public Audit audit() {
                    return ledger.audit();
                }

                @Override
                public void close() {
                    completed = count("SELECT COUNT(*) AS n FROM till_sale WHERE state = 'COMPLETED'");
                    audited = count("SELECT COUNT(*) AS n FROM ledger_audit");
                    ledger.close();
                }

                private long count(String sql) {
                    return ledger.books()
                            .read(tx -> tx.row(sql, row -> row.number("n")))
                            .orElseThrow();
                }
            };
        }
    }

    @Test
    void sellsOnSpareBooks_andClosesThem() {
        Spares spares = new Spares();
        new Rehearsal(spares, HELSINKI, Duration.ZERO, Duration.ZERO).run();
        assertThat(spares.completed).isEqualTo(120);
        assertThat(spares.audited)
                .as("a payment and a sale each, rehearsed too")
                .isEqualTo(240);
    }

    @Test
    void endsWithTheTill() throws Exception {
        Spares spares = new Spares();
        Thread thread = new Thread(new Rehearsal(spares, HELSINKI, Duration.ZERO, Duration.ofSeconds(30)));
        thread.start();
        thread.join(2_000);
        assertThat(thread.isAlive()).isTrue();
        thread.interrupt();
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(spares.completed).isBetween(0L, 1L);
    }

    @Test
    void whatAStopCutsOff_isNoTrouble() {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            rehearse(true);
            assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
            rehearse(false);
            assertThat(log.toString(StandardCharsets.UTF_8)).contains("The rehearsal ended early");
        } finally {
            System.setErr(console);
        }
    }

    /** On books that cannot be opened, perhaps because the till is being stopped. */
    private static void rehearse(boolean stopping) {
        SpareBooks closed = () -> {
            if (stopping) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("closed");
        };
        new Rehearsal(closed, HELSINKI, Duration.ZERO, Duration.ZERO).run();
        assertThat(Thread.interrupted()).isEqualTo(stopping);
    }

    @Test
    void beforeItBegan_itOpensNothing() throws Exception {
        Spares spares = new Spares();
        Thread thread = new Thread(new Rehearsal(spares, HELSINKI, Duration.ofMinutes(5), Duration.ZERO));
        thread.start();
        thread.interrupt();
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(spares.completed).isEqualTo(-1);
    }
}
