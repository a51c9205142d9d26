package io.kassa.benchmarks;

import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.PublicKeys;
import io.kassa.smartum.core.receipt.ReceiptReader;
import io.kassa.smartum.core.receipt.ReceiptRules;
import io.kassa.smartum.core.receipt.VerifiedReceipt;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What a scan cannot do without, in a Java started as the till is: one verification, and two commits on the same disk. */
final class Peer {

    private static final int ROUNDS = 60;

    private Peer() {}

    /** Prints the median of one verification and two commits, in nanoseconds. */
    public static void main(String[] folder) throws Exception {
        String pem;
        String token;
        try (Sandbox sandbox = Sandbox.start(Options.inMemory())) {
            pem = sandbox.publicKeyPem();
            token = sandbox.pay(Sandbox.KAISLA, "exercise", 1000).text();
        }
        ReceiptReader reader = new ReceiptReader(
                Contract.shipped(),
                PublicKeys.parse(pem).keys(),
                new ReceiptRules(Sandbox.KAISLA, "exercise", 100_000, Duration.ofDays(7)));
        Path books = Files.createDirectories(Path.of(folder[0]));
        long[] took = new long[ROUNDS];
        try (Ledger ledger = Ledger.open(books, Clock.systemUTC())) {
            ledger.books().install(SchemaPart.named("peer").with(1, "CREATE TABLE peer (number BIGINT, value TEXT)"));
            for (int round = 0; round < ROUNDS; round++) {
                long number = round;
                long begin = System.nanoTime();
                if (!(reader.read(token, Instant.now()) instanceof VerifiedReceipt)) {
                    throw new IllegalStateException("not verified");
                }
                for (int commit = 0; commit < 2; commit++) {
                    ledger.books().write(tx -> tx.execute("INSERT INTO peer VALUES (?, ?)", number, token));
                }
                took[round] = System.nanoTime() - begin;
            }
        }
        System.out.println(median(Arrays.copyOfRange(took, ROUNDS / 2, ROUNDS)));
    }

    static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
