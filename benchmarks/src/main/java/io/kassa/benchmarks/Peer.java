package io.kassa.benchmarks;

import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.GivenAnswer;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.PublicKeys;
import io.kassa.smartum.core.receipt.ReceiptReader;
import io.kassa.smartum.core.receipt.ReceiptRules;
import io.kassa.smartum.core.receipt.VerifiedReceipt;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What a scan cannot do without, and nothing else: one verification of a receipt, and two commits.
 *
 * <p>The commits are those of a scan: the same rows, written by the till's own tables through the ledger's own API into a file of
 * the till's own schema, with its PRAGMAs. The first has the sealed answer; the second the claim, the payment with its
 * share of the sale, the end of the attempt, the erased answer, the look to be taken later and the line of the audit log. What a
 * till does beside that is left out: HTTP, login, JSON, the plug-in's conversation, all other reading of the books, the view that
 * it answers with.
 *
 * <p>Runs in a Java of its own with the till's options, so that both are compiled alike, and takes one measurement for each line
 * it is sent, so that both can be measured in turn: the machine and its disk are then the same for both.
 */
final class Peer implements AutoCloseable {

    private final Sandbox sandbox = Sandbox.start(Options.inMemory());
    private final Ledger ledger;
    private final Vault vault;
    private final ReceiptReader reader = new ReceiptReader(
            Contract.shipped(),
            PublicKeys.parse(sandbox.publicKeyPem()).keys(),
            new ReceiptRules(Sandbox.KAISLA, "exercise", 100_000, Duration.ofDays(7)));

    private Peer(Path folder) throws Exception {
        ledger = Ledger.open(Files.createDirectories(folder), Clock.systemUTC());
        ledger.books().install(Schema.part());
        vault = Vault.at(folder.resolve("key"));
        sandbox.books().topUp("exercise", 10_000_000);
    }

    /** Answers each line with nanoseconds, until there is no more. */
    public static void main(String[] folder) throws Exception {
        try (Peer peer = new Peer(Path.of(folder[0]));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (long round = 1; lines.readLine() != null; round++) {
                System.out.println(peer.round(round));
            }
        }
    }

    private long round(long number) {
        String code = sandbox.pay(Sandbox.KAISLA, "exercise", 1_000).text();
        PeerSale sale = new PeerSale(number);
        ledger.books().write(sale::begin);
        long begin = System.nanoTime();
        if (!(reader.read(code, Instant.now()) instanceof VerifiedReceipt receipt)) {
            throw new IllegalStateException("not verified");
        }
        ledger.books().write(tx -> {
            new AnswerTable(tx, vault)
                    .add(
                            sale.attempt(),
                            new GivenAnswer(1, "SCAN_CODE", "scan", Instant.now(), new Answer.Scanned(code)),
                            "Aino");
            return null;
        });
        ledger.books()
                .write(tx -> sale.pay(tx, ledger, vault, receipt.transaction().value()));
        long took = System.nanoTime() - begin;
        ledger.books().write(sale::complete);
        return took;
    }

    @Override
    public void close() {
        ledger.close();
        sandbox.close();
    }
}
