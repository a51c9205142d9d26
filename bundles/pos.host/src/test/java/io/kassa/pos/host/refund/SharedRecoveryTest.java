package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.FollowUpTable.FollowUp;
import io.kassa.pos.host.store.FollowUpTable.Task;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two hosts on one store: each question is asked by one of them. */
@Timeout(60)
class SharedRecoveryTest {
    private static final List<Integer> SECONDS = List.of(2, 5, 10, 20, 45, 300, 3600, 86_400);
    private static final int QUESTIONS = 5;

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

    @ParameterizedTest
    @EnumSource
    void roundsAtTheSameMomentAskEverythingOnce(Task task) throws Exception {
        for (int i = 0; i < QUESTIONS; i++) {
            Open.question(one, task, "tx" + i);
            if (task == Task.PAYMENT) {
                one.till("R1").paysWith("cash").enters(1_000).completes();
            }
        }
        for (Shop shop : List.of(one, two)) {
            Open.silences(shop.wallet, QUESTIONS * SECONDS.size());
        }
        for (int round = 0; round < SECONDS.size(); round++) {
            one.clock.move(Duration.ofSeconds(SECONDS.get(round)));
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(two, together));
            run(one, together);
            other.get(30, TimeUnit.SECONDS);
            assertThat(Open.asked(one, task) + Open.asked(two, task))
                    .as("round " + round)
                    .isEqualTo(QUESTIONS * (round + 1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOneHostIsAskingIsLeftAloneByTheOthersRound(Task task) {
        Open.question(one, task, "tx1");
        one.clock.move(Duration.ofSeconds(2));
        Open.silences(two.wallet, 1);
        two.wallet.whileAsked = () -> one.receipts.followUps().run();
        two.receipts.followUps().run();
        assertThat(Open.asked(two, task)).isEqualTo(1);
        assertThat(Open.asked(one, task)).isZero();
    }

    @Test
    void aPersonWhoAsksAgainDoesNotAskBesideTheOthersRound() {
        AttemptId refund = leavesRefundUnknown();
        two.wallet.whileAsked = () -> one.receipts.inquire(Shop.AINO, refund);
        two.receipts.followUps().run();
        isAskedByTheSecondOnly();
    }

    @Test
    void aRoundDoesNotAskBesideAPersonAtTheOther() {
        AttemptId refund = leavesRefundUnknown();
        two.wallet.whileAsked = () -> one.receipts.followUps().run();
        two.receipts.inquire(Shop.AINO, refund);
        isAskedByTheSecondOnly();
    }

    @Test
    void twoPersonsAtTwoHostsAskOnce() {
        AttemptId refund = leavesRefundUnknown();
        two.wallet.whileAsked = () -> one.receipts.inquire(Shop.AINO, refund);
        two.receipts.inquire(Shop.AINO, refund);
        isAskedByTheSecondOnly();
    }

    private AttemptId leavesRefundUnknown() {
        Open.question(one, Task.REFUND, "tx1");
        one.clock.move(Duration.ofSeconds(2));
        Open.silences(two.wallet, 1);
        return one.wallet.attempts.get(0);
    }

    private void isAskedByTheSecondOnly() {
        assertThat(two.wallet.calls).containsExactly("inquire refund", "refund EUR 1000");
        assertThat(one.wallet.calls).doesNotContain("inquire refund").containsOnlyOnce("refund EUR 1000");
    }

    @Test
    void whatAnotherHostAskedSinceItWasReadIsNotAskedAgain() {
        one.wallet.evidence = Evidence.SIGNED;
        one.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        Instant now = one.clock.instant();
        FollowUp read =
                one.ledger.books().read(tx -> new FollowUpTable(tx).waiting().get(0));
        assertThat(lease(read, "first", now)).isTrue();
        assertThat(lease(read, "second", now)).isFalse();
        one.ledger.books().write(tx -> {
            new FollowUpTable(tx).again(read.attempt(), "first", now.plusSeconds(5));
            return null;
        });
        assertThat(lease(read, "second", now)).isFalse();
    }

    @Test
    void whatOneHostHasNoMethodForIsNotPutOffForTheOther() {
        two.takeWalletAway.run();
        one.wallet.evidence = Evidence.SIGNED;
        one.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        one.clock.move(Duration.ofSeconds(2));
        List<FollowUp> before = one.ledger.books().read(tx -> new FollowUpTable(tx).waiting());
        two.receipts.followUps().run();
        assertThat(one.ledger.books().<List<FollowUp>>read(tx -> new FollowUpTable(tx).waiting()))
                .isEqualTo(before);
        one.receipts.followUps().run();
        assertThat(Open.asked(one, Task.VERIFY)).isEqualTo(1);
    }

    @Test
    void whatNobodyServesDoesNotCrowdOutTheRest() {
        one.wallet.evidence = Evidence.SIGNED;
        one.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        one.ledger.books().write(tx -> {
            for (int i = 0; i < 60; i++) {
                tx.execute("""
                        INSERT INTO till_attempt SELECT ?, kind, sale, register, cashier, 'gone', method_name, state, due,
                          eligible, currency, payable, started_at, ended_at, guidance, shown, reason, receipt_lines, refund,
                          payment, place, 'gone:', rounding, account, surplus_account, vouched_by FROM till_attempt WHERE method = 'wallet'""", "gone-" + i);
                tx.execute(
                        "INSERT INTO till_follow_up SELECT ?, task, first_at, first_at, 0, NULL, NULL"
                                + " FROM till_follow_up f JOIN till_attempt a ON a.id = f.attempt WHERE a.method = 'wallet'",
                        "gone-" + i);
            }
            return null;
        });
        one.clock.move(Duration.ofSeconds(2));
        one.receipts.followUps().run();
        assertThat(Open.asked(one, Task.VERIFY)).isEqualTo(1);
    }

    private boolean lease(FollowUp read, String holder, Instant now) {
        return two.ledger.books().write(tx -> new FollowUpTable(tx).lease(read, holder, now, now.plusSeconds(60)));
    }

    @Test
    void aRefundThatOneHostIsSendingIsLeftAloneByTheOther() {
        Till till = one.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        till.completes();
        SaleId sale = till.sale().id();
        two.receipts.followUps().run();
        one.wallet.whileRefundIsSent = () -> two.receipts.followUps().run();
        one.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        assertThat(two.wallet.calls).isEmpty();
        assertThat(one.wallet.calls).contains("refund EUR 1000");
    }

    private static void run(Shop shop, CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        shop.receipts.followUps().run();
    }
}
