package io.kassa.benchmarks;

import io.kassa.pos.ledger.PostgresDesk;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a claim of a receipt costs, beside the least that a disk asks for the same bytes. Every commit is on disk. */
public final class ClaimFigures {

    private static final int ROUNDS = 9;
    private static final int WARMING = 3;
    private static final int ALONE = 100;
    private static final int THREADS = 16;
    private static final int MILLIS = 2_000;

    private final Path folder;
    private final AtomicLong number = new AtomicLong();

    private ClaimFigures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("claims");
        ClaimFigures figures = new ClaimFigures(folder);
        System.out.printf(
                "%nclaims of receipts, on %s: medians of %d interleaved rounds%n",
                Files.getFileStore(folder).type(), ROUNDS);
        try (Ledger ledger = Ledger.open(folder.resolve("sqlite"), Clock.systemUTC())) {
            figures.alone("SQLite", ledger);
            figures.together("SQLite", ledger);
        }
        Optional<Path> binaries = PostgresDesk.binaries();
        if (binaries.isEmpty()) {
            System.out.println("PostgreSQL is not installed: its figures are missing (apt-get install postgresql)");
        } else {
            try (PostgresDesk desk = new PostgresDesk(binaries.get())) {
                figures.server(desk);
            }
        }
    }

    private void server(PostgresDesk desk) throws Exception {
        Optional<Secret> password = Optional.of(new Secret(PostgresDesk.PASSWORD));
        try (Ledger ledger = Ledger.open(desk.database(), password, Clock.systemUTC())) {
            alone("PostgreSQL", ledger);
            together("PostgreSQL", ledger);
        }
    }

    private Claiming.Use next() {
        return Claiming.Use.number(number.incrementAndGet());
    }

    private void alone(String books, Ledger ledger) throws Exception {
        List<long[]> raw = new ArrayList<>();
        List<long[]> ours = new ArrayList<>();
        try (RawLog log = new RawLog(folder.resolve(books + "-alone"))) {
            for (int round = 0; round < WARMING + ROUNDS; round++) {
                long[] appended = Rounds.oneByOne(ALONE, () -> log.append(next().bytes()));
                long[] claimed = Rounds.oneByOne(ALONE, () -> next().claim(ledger));
                if (round >= WARMING) {
                    raw.add(appended);
                    ours.add(claimed);
                }
            }
        }
        double peer = Rounds.median(Rounds.all(raw));
        double claim = Rounds.median(Rounds.all(ours));
        System.out.printf(
                "%s, one thread: claim / append and force: %.2f (p50 of %d: %.2f ms / %.2f ms; goal: at most 1.5)%n",
                books, claim / peer, ROUNDS * ALONE, claim / 1e6, peer / 1e6);
    }

    private void together(String books, Ledger ledger) throws Exception {
        double[] raw = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        try (RawLog log = new RawLog(folder.resolve(books + "-together"))) {
            for (int round = -1; round < ROUNDS; round++) {
                double appended = Rounds.together(THREADS, MILLIS, () -> log.share(next().bytes()));
                double claimed = Rounds.together(THREADS, MILLIS, () -> next().claim(ledger));
                if (round >= 0) {
                    raw[round] = appended;
                    ours[round] = claimed;
                    ratios[round] = claimed / appended;
                }
            }
        }
        System.out.printf(
                "%s, %d threads: claims / group commits: %.2f (%.0f / s, %.0f / s; goal: at least 0.4)%n",
                books, THREADS, Rounds.median(ratios), Rounds.median(ours), Rounds.median(raw));
    }
}
