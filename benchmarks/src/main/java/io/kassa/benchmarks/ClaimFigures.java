package io.kassa.benchmarks;

import io.kassa.pos.ledger.PostgresDesk;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a claim of a receipt costs, beside the least that a disk asks for the same bytes: reserved, settled, released, and on disk.
 * Whatever is compared is done in turn on the same disk. Its folder is Java's for temporary files: {@code -Djava.io.tmpdir}.
 */
public final class ClaimFigures {

    private static final int ROUNDS = 9;
    private static final int WARMING = 3;
    private static final int ALONE = 100;
    /** Until what a claim needs is compiled. */
    private static final int WARMING_ALONE = 30;

    private static final int THREADS = 16;
    private static final int MILLIS = 1_500;
    /** Until books that were made just now are like a shop's: whether their log was replaced is seen at a glance after that. */
    private static final int SETTLING = 5_000;

    private static final String ON_ONE = "PostgreSQL, host and server on one processor";
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;

    private final Path folder;
    private final AtomicLong number = new AtomicLong(MANY);

    private ClaimFigures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("claims");
        // also when somebody has seen enough
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
        System.out.printf(
                "%nclaims of receipts, on %s, medians of %d rounds%n",
                Files.getFileStore(folder).type(), ROUNDS);
        ClaimFigures figures = new ClaimFigures(folder);
        figures.file();
        Optional<Path> binaries = PostgresDesk.binaries();
        if (binaries.isPresent()) {
            figures.server(binaries.get());
        } else {
            System.out.println("PostgreSQL is not installed: its figures are missing (apt-get install postgresql)");
        }
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file() throws Exception {
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = Ledger.open(folder.resolve("sqlite"), clock)) {
            Thread.sleep(SETTLING);
            alone("SQLite", "append and force", this::appending, ledger);
            together("SQLite", "group commits", this::sharing, ledger);
        }
        try (Ledger few = Ledger.open(folder.resolve("few"), clock);
                Ledger many = Ledger.open(folder.resolve("many"), clock)) {
            LookUps.fill(few, FEW);
            LookUps.fill(many, MANY);
            LookUps.compare("SQLite", few, FEW, many, MANY);
        }
    }

    private void server(Path binaries) throws Exception {
        try (PostgresDesk desk = new PostgresDesk(binaries)) {
            try (Ledger ledger = open(desk);
                    PlainInserts plain = new PlainInserts(desk.database(), THREADS)) {
                alone("PostgreSQL", "append and force", this::appending, ledger);
                together("PostgreSQL", "group commits", this::sharing, ledger);
                Peer inserting = name -> plain::insert;
                alone("PostgreSQL", "plain INSERT", inserting, ledger);
                together("PostgreSQL", "plain INSERTs", inserting, ledger);
            }
            try (Ledger few = open(desk);
                    Ledger many = open(desk)) {
                LookUps.fill(few, FEW);
                LookUps.fill(many, MANY);
                LookUps.compare("PostgreSQL", few, FEW, many, MANY);
                Processor.one(desk.processes());
                LookUps.compare(ON_ONE, few, FEW, many, MANY);
                alone(ON_ONE, "append and force", this::appending, few);
            }
        }
    }

    private static Ledger open(PostgresDesk desk) {
        return Ledger.open(desk.database(), Optional.of(new Secret(PostgresDesk.PASSWORD)), Clock.systemUTC());
    }

    /** What a claim is measured against. */
    private interface Peer {
        Store open(String name) throws IOException;
    }

    private interface Store {
        void store(Claiming.Use use) throws Exception;
    }

    private Store appending(String name) throws IOException {
        RawLog log = new RawLog(folder.resolve(name + "-alone"));
        return use -> log.append(use.bytes());
    }

    private Store sharing(String name) throws IOException {
        RawLog log = new RawLog(folder.resolve(name + "-together"));
        return use -> log.share(use.bytes());
    }

    private Claiming.Use next() {
        return Claiming.Use.number(number.incrementAndGet());
    }

    private void alone(String books, String name, Peer peer, Ledger ledger) throws Exception {
        List<long[]> theirs = new ArrayList<>();
        List<long[]> ours = new ArrayList<>();
        Store store = peer.open(books);
        for (int round = 0; round < WARMING_ALONE + ROUNDS; round++) {
            long[] stored = Rounds.oneByOne(ALONE, () -> store.store(next()));
            long[] claimed = Rounds.oneByOne(ALONE, () -> next().claim(ledger));
            if (round >= WARMING_ALONE) {
                theirs.add(stored);
                ours.add(claimed);
            }
        }
        double least = Rounds.median(Rounds.all(theirs));
        double claim = Rounds.median(Rounds.all(ours));
        System.out.printf(
                "%s, one thread: claim / %s: %.2f (p50 of %d: %.2f ms / %.2f ms; goal: at most 1.5)%n",
                books, name, claim / least, ROUNDS * ALONE, claim / 1e6, least / 1e6);
    }

    private void together(String books, String name, Peer peer, Ledger ledger) throws Exception {
        double[] theirs = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        Store store = peer.open(books);
        for (int round = -WARMING; round < ROUNDS; round++) {
            double stored = Rounds.together(THREADS, MILLIS, () -> store.store(next()));
            double claimed = Rounds.together(THREADS, MILLIS, () -> next().claim(ledger));
            if (round >= 0) {
                theirs[round] = stored;
                ours[round] = claimed;
                ratios[round] = claimed / stored;
            }
        }
        System.out.printf(
                "%s, %d threads: claims / %s: %.2f (%.0f / s, %.0f / s; goal: at least 0.4)%n",
                books, THREADS, name, Rounds.median(ratios), Rounds.median(ours), Rounds.median(theirs));
    }
}
