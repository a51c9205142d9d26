package io.kassa.itests.crash;

import static io.kassa.itests.crash.OneReceiptTest.onlyWinner;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.itests.crash.Counter.Scan;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who wants to pay twice with one receipt: by another spelling of it, by another configuration, by waiting. At one real till. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpellingsTest {

    private static final String METHOD = "smartum";
    private static final String USED = "receipt.used";

    private Chain chain;

    @BeforeAll
    void open(@TempDir Path folder) {
        chain = Chain.onFile(folder);
    }

    @AfterAll
    void close() {
        chain.close();
    }

    private Provider.Paid receipt() {
        return chain.provider().pays(1_000);
    }

    private Scan scans(int register, String method, String code) {
        Counter counter = chain.counter(register).asksFor(method);
        Scan scan = counter.scans(code);
        if (scan.paid()) {
            counter.completes();
        } else {
            counter.givesUp();
        }
        return scan;
    }

    @ParameterizedTest
    @EnumSource
    void aSpellingOfAUsedReceiptPaysNothing(Spelling spelling) {
        Provider.Paid receipt = receipt();
        Scan first = scans(1, METHOD, receipt.code());
        assertThat(first.paid()).isTrue();
        Scan again = scans(2, METHOD, spelling.of(receipt.code()));
        assertThat(again.paid()).isFalse();
        assertThat(again.reason().equals(USED)).isEqualTo(spelling.counts);
        assertThat(again.isToldThatItPaid(first.sale())).isEqualTo(spelling.counts);
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptIsUsedUpByEverySpellingThatPays_andByNoOther(Spelling spelling) {
        Provider.Paid receipt = receipt();
        Scan first = scans(3, METHOD, spelling.of(receipt.code()));
        assertThat(first.paid()).isEqualTo(spelling.counts);
        Scan again = scans(4, METHOD, receipt.code());
        assertThat(again.paid()).isEqualTo(!spelling.counts);
        assertThat(again.isToldThatItPaid(first.sale())).isEqualTo(spelling.counts);
        assertThat(chain.facts().claims())
                .filteredOn(claim -> claim.transaction().equals(receipt.transaction()))
                .hasSize(1);
    }

    @Test
    void theNumberOnTheReceiptIsTheReceipt() {
        Provider.Paid scanned = receipt();
        Scan first = scans(1, METHOD, scanned.code());
        for (String number :
                List.of(scanned.transaction(), scanned.transaction() + "\r\n", "]Q1" + scanned.transaction())) {
            assertThat(scans(2, METHOD, number).isToldThatItPaid(first.sale())).isTrue();
        }
        Provider.Paid named = receipt();
        Scan byNumber = scans(1, METHOD, named.transaction());
        assertThat(byNumber.paid()).isTrue();
        assertThat(scans(2, METHOD, named.code()).isToldThatItPaid(byNumber.sale()))
                .isTrue();
    }

    @Test
    void anotherConfigurationOfTheVenueKnowsIt_beforeAndAfterOneIsDeletedAndMadeAgain() throws Exception {
        String other = "smartum-again";
        Provider.Paid receipt = receipt();
        Scan first = scans(5, METHOD, receipt.code());
        assertThat(first.paid()).isTrue();
        for (URI root : spellingsOf(chain.provider().api())) {
            chain.configure(other, root);
            chain.setup(0).register("R6", METHOD, other);
            assertThat(scans(6, other, receipt.code()).isToldThatItPaid(first.sale()))
                    .as("by %s", root)
                    .isTrue();
            assertThat(scans(6, METHOD, receipt.code()).isToldThatItPaid(first.sale()))
                    .isTrue();
            chain.setup(0).delete(chain.configured(other));
        }
        chain.setup(0).delete(chain.configured(METHOD));
        chain.configure(other, chain.provider().api());
        assertThat(scans(6, other, receipt.code()).isToldThatItPaid(first.sale()))
                .isTrue();
        chain.configure(METHOD, chain.provider().api());
        assertThat(scans(6, METHOD, receipt.code()).isToldThatItPaid(first.sale()))
                .isTrue();
        for (int register = 1; register <= Chain.REGISTERS; register++) {
            chain.setup(0).register("R" + register, METHOD, other);
        }
        Provider.Paid next = receipt();
        List<Scan> scans = chain.scanTogether(register -> register % 2 == 0 ? METHOD : other, register -> next.code());
        onlyWinner(scans);
        chain.complete(scans);
        chain.giveUp(scans);
        chain.setup(0).delete(chain.configured(other));
    }

    /** Of one and the same provider. */
    private static List<URI> spellingsOf(URI root) {
        return Stream.of(
                        root.toString(),
                        root + "/",
                        root + "///",
                        root + "/./",
                        root.toString().replace("http", "HTTP"),
                        "http://localhost:" + root.getPort(),
                        "http://LOCALHOST:" + root.getPort() + "/")
                .map(URI::create)
                .toList();
    }

    @Test
    void afterAReleaseItPaysTheNextSale_andOnlyThat() {
        Provider.Paid tooMuch = chain.provider().pays(1_500);
        Counter giving = chain.counter(7).asksFor(METHOD);
        giving.answer(Map.of("kind", "scanned", "code", tooMuch.code()));
        giving.givesUp();
        Counter taking = chain.counter(8).asksFor(METHOD);
        taking.answer(Map.of("kind", "scanned", "code", tooMuch.code()));
        taking.answer(Map.of("kind", "confirmed"));
        taking.completes();
        assertThat(scans(7, METHOD, tooMuch.code()).isToldThatItPaid(taking.sale()))
                .isTrue();

        Provider.Paid kept = receipt();
        Counter cancelled = chain.counter(9).asksFor(METHOD);
        assertThat(cancelled.scans(kept.code()).paid()).isTrue();
        cancelled.cancelsAndKeeps();
        Scan next = scans(10, METHOD, kept.code());
        assertThat(next.paid()).isTrue();
        assertThat(scans(9, METHOD, kept.code()).isToldThatItPaid(next.sale())).isTrue();
        assertThat(chain.facts().unused().values())
                .filteredOn(one -> one.sale().equals(cancelled.sale()))
                .extracting(Facts.Unused::state)
                .doesNotContain("OPEN");
    }

    @Test
    void afterARefundItPaysNothingMore() {
        Provider.Paid receipt = receipt();
        Scan first = scans(11, METHOD, receipt.code());
        chain.refund(first.sale());
        assertThat(chain.provider().books().refunded(receipt.transaction())).isEqualTo(1_000);
        for (Spelling spelling : List.of(Spelling.AS_IT_IS, Spelling.OTHER_SIGNATURE_N_MINUS_S)) {
            assertThat(scans(12, METHOD, spelling.of(receipt.code())).isToldThatItPaid(first.sale()))
                    .isTrue();
        }
        assertThat(scans(12, METHOD, receipt.transaction()).paid()).isFalse();
    }

    @Test
    void afterAPowerCutItPaysNothingMore() {
        Provider.Paid receipt = receipt();
        Scan first = scans(13, METHOD, receipt.code());
        chain.kill();
        chain.start();
        assertThat(scans(14, METHOD, receipt.code()).isToldThatItPaid(first.sale()))
                .isTrue();
    }
}
