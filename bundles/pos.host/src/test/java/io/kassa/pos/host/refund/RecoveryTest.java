package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.FollowUpTable.Task;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not known is asked again, until it is known or a person has to find out. */
class RecoveryTest extends OpenShop {
    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(45),
            Duration.ofMinutes(5),
            Duration.ofHours(1));

    /** The shop opens on Monday, 4 May 2026; the fourteenth weekday after it is Friday, 22 May. */
    private static final LocalDate LAST = LocalDate.of(2026, 5, 22);

    private long askedBefore;

    @ParameterizedTest
    @EnumSource(Task.class)
    void itIsAskedAgainLessAndLessOftenThroughFourteenWeekdaysAlsoAcrossRestarts(Task task) {
        leaveUnknown(task);
        for (Duration pause : PAUSES) {
            isAskedAfter(task, pause);
            restart(task);
        }
        LocalDate last = today();
        while (isWaiting()) {
            isAskedAfter(task, DAY);
            last = today();
            restart(task);
        }
        assertThat(last).isEqualTo(LAST);
        long asked = asked(task);
        for (int day = 0; day < 30; day++) {
            shop.clock.move(DAY);
            run();
        }
        assertThat(asked(task)).isEqualTo(asked);
        Worklist.Case one = shop.receipts.worklist().cases().get(0);
        assertThat(one.nextInquiry()).isEmpty();
        assertThat(one.guidance().reason()).isEqualTo(task == Task.REFUND ? "refund-given-up" : "payment-given-up");
    }

    /** The question that is put off is the second one, because a payment is compared first after 2 s, whatever happens. */
    @ParameterizedTest
    @EnumSource(Task.class)
    void itIsNotAskedSoonerThanTheProviderWantsAlsoAcrossARestart(Task task) {
        leaveUnknown(task);
        wants(task, Duration.ofSeconds(90));
        isAskedAfter(task, Duration.ofSeconds(2));
        restart(task);
        wants(task, Duration.ofSeconds(1));
        isAskedAfter(task, Duration.ofSeconds(90));
        isAskedAfter(task, Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void whoWantsToBeLeftAloneForDaysIsAskedAfterAnHour(Task task) {
        leaveUnknown(task);
        wants(task, Duration.ofDays(3));
        isAskedAfter(task, Duration.ofSeconds(2));
        isAskedAfter(task, Duration.ofHours(1));
        isAskedAfter(task, Duration.ofSeconds(10));
    }

    @Test
    void aRefundThatTheProviderPutOffIsAskedAboutThenAndNotToldAgainBefore() {
        shop.wallet.refunds.add(
                new RefundOutcome.Unknown(ScriptedWallet.guidance("busy"), Optional.of(Duration.ofSeconds(90))));
        leaveUnknown(Task.REFUND);
        wants(Task.REFUND, Duration.ofSeconds(30));
        isAskedAfter(Task.REFUND, Duration.ofSeconds(90));
        assertThat(told()).as("left alone").isEqualTo(1);
        isAskedAfter(Task.REFUND, Duration.ofSeconds(30));
        assertThat(told()).as("told again after that").isEqualTo(2);
    }

    private long told() {
        return shop.wallet.calls.stream()
                .filter(call -> call.startsWith("refund "))
                .count();
    }

    private void wants(Task task, Duration pause) {
        Guidance busy = ScriptedWallet.guidance("busy");
        switch (task) {
            case VERIFY -> shop.wallet.verifications.add(new Verification.Unanswered(busy, Optional.of(pause)));
            case REFUND -> shop.wallet.refundInquiries.add(new RefundOutcome.Unknown(busy, Optional.of(pause)));
            case PAYMENT -> shop.wallet.paymentInquiries.add(new PaymentOutcome.Unknown(busy, Optional.of(pause)));
        }
    }

    @Test
    void aClockThatRunsBackPutsNothingOffForLongerThanItsPause() {
        leaveUnknown(Task.VERIFY);
        isAskedAfter(Task.VERIFY, Duration.ofSeconds(2));
        shop.clock.move(DAY.negated());
        isAskedAfter(Task.VERIFY, Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void aRoundThatACrashCutOffIsMadeUpForWhenItsLeaseIsOver(Task task) {
        leaveUnknown(task);
        shop.clock.move(Duration.ofSeconds(2));
        shop.ledger
                .books()
                .write(tx -> tx.execute(
                        "UPDATE till_follow_up SET lease = 'cut off', lease_until = ?",
                        shop.clock.instant().plusSeconds(60)));
        isAskedAfterRestart(task, Duration.ofSeconds(59), 0);
        isAskedAfterRestart(task, Duration.ofSeconds(1), 1);
    }

    private void isAskedAfterRestart(Task task, Duration pause, long times) {
        restart(task);
        shop.clock.move(pause);
        run();
        assertThat(asked(task)).isEqualTo(times);
    }

    @Test
    void aLeaseFromBeforeTheClockRanBackHoldsNothingUp() {
        leaveUnknown(Task.VERIFY);
        shop.ledger
                .books()
                .write(tx -> tx.execute(
                        "UPDATE till_follow_up SET lease = 'other', lease_until = ?",
                        shop.clock.instant().plus(DAY)));
        shop.clock.move(Duration.ofSeconds(2));
        run();
        assertThat(asked(Task.VERIFY)).isEqualTo(1);
    }

    @Test
    void moneyThatCameForASaleThatWasClosedWithoutItIsACase() {
        Till till = Open.payment(shop);
        till.paysWith("cash").enters(1_000).completes();
        shop.wallet.paymentInquiries.add(paid(Evidence.CONFIRMED));
        shop.clock.move(Duration.ofSeconds(2));
        run();
        assertThat(shop.receipts.worklist().cases())
                .extracting(one -> one.guidance().reason())
                .containsExactly("payment-late");
        assertThat(isWaiting()).isFalse();
    }

    @Test
    void aPaymentThatIsLearnedOfIsBookedWithItsCaseAndItsQuestionInOneWrite() {
        Open.payment(shop);
        shop.wallet.paymentInquiries.add(paid(Evidence.CONFIRMED));
        shop.clock.move(Duration.ofSeconds(2));
        shop.books.failAfter(2);
        assertThatThrownBy(() -> shop.receipts.followUps().run()).isInstanceOf(LedgerUnavailableException.class);
        shop.till("R1").sees(1_000, 0);
        assertThat(isWaiting()).isFalse();
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void aSignedPaymentThatIsLearnedOfOnTheLastDayIsComparedFromThenOn() {
        Open.payment(shop);
        shop.clock.move(DAY.multipliedBy(21));
        shop.wallet.paymentInquiries.add(paid(Evidence.SIGNED));
        shop.receipts.followUps().run();
        shop.till("R1").sees(1_000, 0);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        isAskedAfter(Task.VERIFY, Duration.ofSeconds(2));
    }

    private static PaymentOutcome paid(Evidence evidence) {
        return new PaymentOutcome.Paid(
                Money.euro(1_000),
                Money.euro(1_000),
                Optional.of(new PaymentReference(ScriptedWallet.SCHEME, "tx1")),
                evidence,
                Map.of(),
                List.of());
    }

    @Test
    void aSignedPaymentThatIsContradictedAfterItsSaleWasClosedIsACase() {
        SaleId sale = leaveUnknown(Task.VERIFY);
        isAskedAfter(Task.VERIFY, Duration.ofSeconds(2));
        restart(Task.VERIFY);
        shop.wallet.verifications.add(
                new Verification.Contradicted(Optional.empty(), ScriptedWallet.guidance("other-amount")));
        shop.clock.move(Duration.ofSeconds(5));
        run();
        restart(Task.VERIFY);
        assertThat(shop.receipts.worklist().cases()).hasSize(1).first().satisfies(one -> {
            assertThat(one.sale()).isEqualTo(sale);
            assertThat(one.guidance().reason()).isEqualTo("other-amount");
            assertThat(one.nextInquiry()).isEmpty();
        });
    }

    private SaleId leaveUnknown(Task task) {
        return Open.question(shop, task, "tx1");
    }

    private void isAskedAfter(Task task, Duration pause) {
        long asked = asked(task);
        if (!pause.isZero()) {
            shop.clock.move(pause.minus(TICK));
            run();
            assertThat(asked(task)).as("before " + pause).isEqualTo(asked);
            shop.clock.move(TICK);
        }
        run();
        assertThat(asked(task)).as("after " + pause).isEqualTo(asked + 1);
        run();
        assertThat(asked(task)).as("once after " + pause).isEqualTo(asked + 1);
    }

    /** A round in which nobody learns anything. */
    private void run() {
        if (shop.wallet.refunds.isEmpty() || shop.wallet.paymentInquiries.isEmpty()) {
            Open.silences(shop.wallet, 1);
        }
        shop.receipts.followUps().run();
    }

    private void restart(Task task) {
        askedBefore = asked(task);
        shop = shop.crashAndRestart(folder);
    }

    private long asked(Task task) {
        return askedBefore + Open.asked(shop, task);
    }

    private boolean isWaiting() {
        return !shop.ledger.books().read(tx -> new FollowUpTable(tx).waiting()).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(shop.clock.instant(), Shop.HELSINKI);
    }
}
