package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.itests.crash.Counter.Scan;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md says of it: books that are put back know what they knew when they were copied, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoredBooksTest {

    private static final Map<String, Object> BROKEN = Map.of("kind", "status", "code", 500, "retryAfter", 0);
    /** Longer than the first pauses of a till that asks again, 2 and 5 seconds. */
    private static final int UNTIL_IT_WOULD_HAVE_ASKED = 9_000;

    private Chain chain;

    @BeforeAll
    void open(@TempDir Path folder) {
        chain = Chain.onFile(folder);
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @BeforeEach
    void copy() {
        chain.kill();
        chain.copyBooks();
        chain.start();
    }

    @AfterEach
    void calm() {
        chain.provider().calmsDown();
        chain.oldReceipts(1);
    }

    private void putBack() {
        chain.kill();
        chain.putBooksBack();
        chain.start();
    }

    private Provider.Paid receipt() {
        return chain.provider().pays(1_000);
    }

    private Scan scans(int register, String code) {
        Counter counter = chain.counter(register).asksFor("smartum");
        Scan scan = counter.scans(code);
        if (scan.paid()) {
            counter.completes();
        } else {
            counter.givesUp();
        }
        return scan;
    }

    @Test
    void whatWasUsedBeforeTheCopyPaysNothingMore_andWhatWasUsedAfterItIsForgotten() {
        Provider.Paid before = receipt();
        Scan first = scans(1, before.code());
        copy();
        Provider.Paid after = receipt();
        assertThat(scans(1, after.code()).paid()).isTrue();
        putBack();
        assertThat(scans(2, before.code()).isToldThatItPaid(first.sale())).isTrue();
        Scan again = scans(2, after.code());
        assertThat(again.paid()).as("nothing but the books remembers it").isTrue();
        assertThat(scans(3, after.code()).isToldThatItPaid(again.sale()))
                .as("entered again, it is used up")
                .isTrue();
    }

    @Test
    void whatWentBackMeanwhileIsRefused_ifTheProviderAnswers() {
        Provider.Paid receipt = receipt();
        String sale = scans(4, receipt.code()).sale();
        chain.refund(sale);
        putBack();
        assertThat(chain.knows(receipt.transaction())).isFalse();
        assertThat(scans(5, receipt.code()).paid()).isFalse();
        chain.provider().troubles("LOOK_UP", BROKEN, 0);
        assertThat(scans(5, receipt.code()).paid()).as("by its signature").isTrue();
    }

    @Test
    void aRefundThatWasUnderWayIsNotAskedAboutAgain() {
        Provider.Paid receipt = receipt();
        String sale = scans(6, receipt.code()).sale();
        chain.provider().troubles("REFUND", BROKEN, 0);
        assertThat(Chain.refundState(chain.beginRefund(sale))).isEqualTo("NOT_KNOWN_YET");
        putBack();
        chain.provider().calmsDown();
        long asked = chain.provider().callsAbout(receipt.transaction());
        Java.pause(UNTIL_IT_WOULD_HAVE_ASKED);
        assertThat(chain.provider().callsAbout(receipt.transaction())).isEqualTo(asked);
        assertThat(chain.provider().books().refunded(receipt.transaction())).isZero();
    }

    @Test
    void whatIsOnTheProvidersListIsEnteredAgain_asItIsWritten() {
        Provider.Paid used = receipt();
        Provider.Paid unused = receipt();
        assertThat(scans(7, used.code()).paid()).isTrue();
        putBack();
        chain.oldReceipts(0);
        Counter asked = chain.counter(8).asksFor("smartum");
        asked.answer(Map.of("kind", "scanned", "code", unused.code()));
        assertThat(asked.step()).as("says when it was paid").isEqualTo("accept");
        asked.givesUp();

        assertThat(chain.knows(used.transaction())).isFalse();
        Counter again = chain.counter(7).asksFor("smartum");
        String attempt = again.entersNumber(1_000, "books put back");
        again.completes();
        assertThat(chain.addTransaction(attempt, used.transaction())).isTrue();
        assertThat(chain.knows(used.transaction())).isTrue();
        assertThat(scans(9, used.code()).isToldThatItPaid(again.sale())).isTrue();

        chain.oldReceipts(1);
        assertThat(scans(8, unused.code()).paid()).isTrue();
    }
}
