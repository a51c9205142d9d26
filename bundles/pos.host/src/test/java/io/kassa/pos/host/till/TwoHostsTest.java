package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentOutcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts on one store: what one of them reserved in memory, the other does not know before it stores. */
class TwoHostsTest {

    @TempDir
    Path folder;

    private Shop one;
    private Shop two;

    @BeforeEach
    void open() {
        one = Shop.in(folder);
        two = one.secondHost(folder);
    }

    @AfterEach
    void close() {
        two.close();
        one.close();
    }

    @Test
    void theHostThatStoresSecondTakesItsOutcomeBackAndAsksAgain() {
        Till first = one.till("R1").sells("gym").paysWith("wallet");
        Till second = two.till("R2").sells("gym").paysWith("wallet");
        CountDownLatch granted = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        two.wallet.afterClaim = () -> {
            granted.countDown();
            waitFor(stored);
        };
        Thread slow = new Thread(() -> second.scans("pay:tx1:1000"));
        slow.start();
        waitFor(granted);
        first.scans("pay:tx1:1000").sees(1_000, 0);
        stored.countDown();
        join(slow);
        second.seesProblem("reference-used").isAsked("scan").sees(0, 1_000);
        two.wallet.afterClaim = () -> {};
        second.scans("pay:tx2:1000").sees(1_000, 0);
    }

    @Test
    void aPaymentBegunAtOneHostGoesOnAtTheOther() {
        one.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1200").isAsked("surplus");
        Till moved = two.till("R1").isAsked("surplus").answers("surplus", new Answer.Confirmed());
        moved.sees(1_200, 0);
        one.till("R1").seesNoModal().sees(1_200, 0);
    }

    @Test
    void whatOneHostHasPaidTheOtherDoesNotGiveUp() {
        Till paying = one.till("R1").sells("gym").paysWith("wallet");
        Till givingUp = two.till("R1").isAsked("scan");
        two.wallet.beforeAnswer = () -> paying.scans("pay:tx1:1000").sees(1_000, 0);
        givingUp.answers("scan", new Answer.Cancelled());
        AttemptId payment = paying.tender(0).attempt();
        Optional<Attempt> stored = two.ledger.books().read(tx -> new AttemptTable(tx).find(payment));
        assertThat(stored.map(Attempt::state)).contains(Attempt.State.PAID);
        paying.completes();
    }

    @Test
    void whatOneHostHasPaidIsNotUnknownAtTheOther() {
        Till paying = one.till("R1").sells("gym").paysWith("wallet");
        Till unknown = two.till("R1").isAsked("scan");
        two.wallet.beforeAnswer = () -> paying.scans("pay:tx1:1000").sees(1_000, 0);
        two.wallet.givenUp = request -> Optional.of(new PaymentOutcome.Unknown(ScriptedWallet.guidance("lost")));
        unknown.answers("scan", new Answer.Cancelled());
        assertThat(two.receipts.worklist().cases()).isEmpty();
        paying.completes();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
