package io.kassa.pos.host.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.rehearsal.Audience;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.payment.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        private long claimed = -1;

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
                    claimed = count("SELECT COUNT(*) AS n FROM ledger_claim WHERE ended_at IS NULL");
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
        new Rehearsal(spares, List.of(), HELSINKI, Duration.ZERO, Duration.ZERO).run();
        assertThat(spares.completed).isEqualTo(120);
        assertThat(spares.audited)
                .as("two payments and a sale each, rehearsed too")
                .isEqualTo(360);
        assertThat(spares.claimed).as("each sale takes a receipt of its own").isEqualTo(120);
    }

    /** Keeps what it is told, which no audience of the till does. */
    private static final class Witness implements Audience {

        private final Set<Class<?>> said = new HashSet<>();
        private final Set<String> evidence = new HashSet<>();
        private final Set<Class<?>> happened = ConcurrentHashMap.newKeySet();
        private long left = -1;

        @Override
        public void said(String step, Answer answer) {
            said.add(answer.getClass());
        }

        @Override
        public void shown(RegisterView view) {
            SaleView sale = view.sale().orElseThrow();
            sale.tenders()
                    .forEach(tender -> evidence.add(
                            tender.evidence() + " " + tender.reference().isPresent()));
            left = sale.left().minor();
        }

        @Override
        public void happened(Occurrence occurrence) {
            happened.add(occurrence.getClass());
        }
    }

    @Test
    void itsAudience_goesThroughAScanToItsEnd() {
        Witness witness = new Witness();
        new Rehearsal(new Spares(), List.of(witness), HELSINKI, Duration.ZERO, Duration.ZERO).run();
        assertThat(witness.said).containsExactlyInAnyOrder(Answer.Amount.class, Answer.Scanned.class);
        assertThat(witness.evidence).containsExactlyInAnyOrder("ATTESTED false", "SIGNED true");
        assertThat(witness.left).isZero();
        assertThat(witness.happened)
                .containsExactlyInAnyOrder(Occurrence.Judged.class, Occurrence.Scanned.class, Occurrence.Ended.class);
    }

    @Test
    void endsWithTheTill() throws Exception {
        Spares spares = new Spares();
        Thread thread = new Thread(new Rehearsal(spares, List.of(), HELSINKI, Duration.ZERO, Duration.ofSeconds(30)));
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
        new Rehearsal(closed, List.of(), HELSINKI, Duration.ZERO, Duration.ZERO).run();
        assertThat(Thread.interrupted()).isEqualTo(stopping);
    }

    @Test
    void beforeItBegan_itOpensNothing() throws Exception {
        Spares spares = new Spares();
        Thread thread = new Thread(new Rehearsal(spares, List.of(), HELSINKI, Duration.ofMinutes(5), Duration.ZERO));
        thread.start();
        thread.interrupt();
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(spares.completed).isEqualTo(-1);
    }
}
