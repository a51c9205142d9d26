package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.itests.crash.Counter.Scan;
import io.kassa.pos.ledger.PostgresDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One receipt pays one sale, whoever scans it, at whichever register and host, in whichever spelling, at the same moment. */
class OneReceiptTest {

    private static final int ROUNDS = 6;
    private static final String METHOD = "smartum";

    @TempDir
    Path folder;

    @Test
    void ofThirtyTwoRegistersOfOneTillOneGetsTheReceipt() throws Exception {
        try (Chain chain = Chain.onFile(folder)) {
            raceOn(chain);
        }
    }

    @Test
    void alsoWithTheBooksOnAServer() throws Exception {
        try (Server server = server();
                Chain chain = Chain.onServer(folder, server, 1)) {
            raceOn(chain);
        }
    }

    @Test
    void alsoOfSixteenAtEachOfTwoHosts() throws Exception {
        try (Server server = server();
                Chain chain = Chain.onServer(folder, server, 2)) {
            raceOn(chain);
        }
    }

    @Test
    void alsoWhereHalfOfTheRegistersOfEachHostUseAnotherConfigurationOfTheVenue() throws Exception {
        String other = "smartum-again";
        try (Server server = server();
                Chain chain = Chain.onServer(folder, server, 2)) {
            chain.configure(other, chain.provider().api());
            for (int register = 1; register <= Chain.REGISTERS; register++) {
                chain.setup(register % 2).register("R" + register, METHOD, other);
            }
            // odd ones are at one host, even ones at the other
            raceOn(chain, register -> register / 2 % 2 == 0 ? METHOD : other);
        }
    }

    private static Server server() {
        Optional<Path> binaries = PostgresDesk.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed on this machine (apt install postgresql)");
        return new Server(binaries.get());
    }

    private static void raceOn(Chain chain) throws Exception {
        raceOn(chain, register -> METHOD);
    }

    /** The first half of the rounds with the code as it is, the other with every spelling that counts, one a register. */
    private static void raceOn(Chain chain, IntFunction<String> method) throws Exception {
        List<Spelling> spellings =
                Stream.of(Spelling.values()).filter(one -> one.counts).toList();
        for (int round = 0; round < ROUNDS; round++) {
            Provider.Paid receipt = chain.provider().pays(1_000);
            boolean same = round < ROUNDS / 2;
            List<Scan> scans = chain.scanTogether(
                    method,
                    register -> same
                            ? receipt.code()
                            : spellings.get(register % spellings.size()).of(receipt.code()));
            String winner = onlyWinner(scans);
            chain.complete(scans);
            assertThat(chain.facts().claims())
                    .filteredOn(claim -> claim.transaction().equals(receipt.transaction()))
                    .extracting(Facts.Claim::sale)
                    .containsExactly(winner);
            assertThat(chain.facts().paying()).as("nothing else is booked").hasSize(round + 1);
        }
        chain.kill();
        assertThat(Checks.always(chain.facts(), chain.provider().books())).isEmpty();
    }

    /** The sale that was paid; every other register was told that one. */
    static String onlyWinner(List<Scan> scans) {
        List<Scan> paid = scans.stream().filter(Scan::paid).toList();
        assertThat(paid).hasSize(1);
        String winner = paid.get(0).sale();
        assertThat(scans).filteredOn(scan -> !scan.paid()).allMatch(scan -> scan.isToldThatItPaid(winner));
        return winner;
    }
}
