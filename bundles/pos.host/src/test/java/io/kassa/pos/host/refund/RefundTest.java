package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundProposal;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.GivenAnswer;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.product.ProductLabel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RefundTest extends OpenShop {

    private static final Map<Integer, Money> EVERYTHING = Map.of();

    @Test
    void aScannedSaleGoesBackByItself() {
        SaleId sale = sold("gym", "pay:tx1:1000");
        ReceiptView receipt = ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of()));
        assertThat(receipt.refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
        assertThat(receipt.refunded()).isEqualTo(Money.euro(1_000));
        assertThat(receipt.sale().tenders().get(0).refunded()).isEqualTo(Money.euro(1_000));
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r2", EVERYTHING, Map.of())))
                .isEqualTo("refund-nothing");
    }

    @Test
    void pressingTwiceRefundsOnce() {
        SaleId sale = sold("gym", "pay:tx1:1000");
        shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of());
        ReceiptView receipt = ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of()));
        assertThat(receipt.refunds()).hasSize(1);
        assertThat(shop.wallet.calls.stream().filter(call -> call.startsWith("refund")))
                .hasSize(1);
    }

    @Test
    void aMixedSaleGoesBackTheWayItCameAndTheRestAsTheCashierChooses() {
        SaleId sale = mixed();
        RefundProposal proposal = ok(shop.receipts.propose(sale, EVERYTHING));
        assertThat(proposal.parts()).hasSize(2);
        assertThat(proposal.parts().get(0).choices())
                .extracting(RefundProposal.Choice::method)
                .containsExactly("wallet");
        assertThat(proposal.parts().get(1).choices())
                .extracting(RefundProposal.Choice::method)
                .containsExactly("cash", "card");

        AttemptId cash = proposal.parts().get(1).payment();
        ReceiptView asking = ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of(cash, "card")));
        RefundView refund = asking.refunds().get(0);
        assertThat(refund.state()).isEqualTo(RefundView.State.UNDER_WAY);
        assertThat(refund.parts())
                .extracting(RefundView.Part::state)
                .containsExactly(RefundView.PartState.REFUNDED, RefundView.PartState.ASKING);
        ReceiptView done = ok(shop.receipts.answer(
                Shop.AINO, refund.attempt().orElseThrow().id(), "confirm", new Answer.Confirmed()));
        assertThat(done.refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
    }

    @Test
    void aRefundThatWasLeftInTheMiddleStandsOnTheWorklistUntilAllOfItIsAnswered() {
        SaleId sale = mixed();
        AttemptId cash = part(ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of())));
        assertThat(shop.receipts.worklist().unfinished()).singleElement().satisfies(left -> {
            assertThat(left.sale()).isEqualTo(sale);
            assertThat(left.amount()).isEqualTo(Money.euro(300));
            assertThat(left.methods()).hasSize(1);
        });
        assertThat(shop.receipts.search("", 1).get(0).refunding()).isTrue();

        shop = shop.crashAndRestart(folder);
        assertThat(shop.receipts.worklist().unfinished()).hasSize(1);

        ok(shop.receipts.answer(Shop.AINO, cash, "confirm", new Answer.Confirmed()));
        assertThat(shop.receipts.worklist().unfinished()).isEmpty();
        assertThat(shop.receipts.search("", 1).get(0).refunding()).isFalse();
    }

    @Test
    void whatHasNotBegunBecauseAnEarlierPartIsAskedCountsAsLeftToo() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet").types(1_000);
        till.paysWith("cash").enters(100);
        till.paysWith("card").enters(200).completes();
        ok(shop.receipts.refund(Shop.AINO, till.sale().id(), "r1", EVERYTHING, Map.of()));
        assertThat(shop.receipts.worklist().unfinished()).singleElement().satisfies(left -> {
            assertThat(left.amount()).isEqualTo(Money.euro(1_300));
            assertThat(left.methods()).hasSize(3);
        });
    }

    @Test
    void oneAfterTheOtherGoesBackAlsoWhenAnEarlierPartIsKnownLate() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet").scans("pay:tx1:1000");
        till.paysWith("cash").enters(100);
        till.paysWith("card").enters(200).completes();
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        ReceiptView asking = ok(shop.receipts.refund(Shop.AINO, till.sale().id(), "r1", EVERYTHING, Map.of()));
        List<RefundView.Part> parts = asking.refunds().get(0).parts();
        assertThat(parts)
                .extracting(RefundView.Part::state)
                .containsExactly(
                        RefundView.PartState.NOT_KNOWN_YET, RefundView.PartState.ASKING, RefundView.PartState.WAITING);

        shop.wallet.refundInquiries.add(ScriptedWallet.back(Money.euro(1_000)));
        ReceiptView known = ok(shop.receipts.inquire(Shop.AINO, parts.get(0).attempt()));

        assertThat(known.refunds().get(0).parts())
                .extracting(RefundView.Part::state)
                .containsExactly(
                        RefundView.PartState.REFUNDED, RefundView.PartState.ASKING, RefundView.PartState.WAITING);
    }

    @Test
    void whatWasPaidWithoutChangeNeverGoesBackAsCash() {
        SaleId sale = sold("gym", "pay:tx1:1000");
        AttemptId payment =
                ok(shop.receipts.receipt(sale)).sale().tenders().get(0).attempt();
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of(payment, "cash"))))
                .isEqualTo("refund-method");
    }

    @Test
    void aLineGoesBackAlongItsPaymentsUpToWhatIsLeftOfIt() {
        SaleId sale = mixed();
        ok(shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(1, Money.euro(400)), Map.of()));
        ReceiptView receipt = ok(shop.receipts.refund(Shop.AINO, sale, "r2", Map.of(1, Money.euro(600)), Map.of()));
        assertThat(receipt.refundable().get(0).amount()).isEqualTo(Money.euro(0));
        assertThat(receipt.refundable().get(1).amount()).isEqualTo(Money.euro(300));
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r3", Map.of(1, Money.euro(1)), Map.of())))
                .isEqualTo("refund-too-much");
    }

    @Test
    void aSurplusGoesBackWithAFullRefundOnly() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1500");
        till.answers("surplus", new Answer.Confirmed()).completes();
        SaleId sale = till.sale().id();
        RefundProposal line = ok(shop.receipts.propose(sale, Map.of(1, Money.euro(1_000))));
        assertThat(line.amount()).isEqualTo(Money.euro(1_000));
        assertThat(ok(shop.receipts.propose(sale, EVERYTHING)).amount()).isEqualTo(Money.euro(1_500));
    }

    @Test
    void aTypedSaleAsksForTheTransaction() {
        SaleId sale = typed();
        AttemptId part = part(ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of())));
        shop = shop.crashAndRestart(folder);
        ReceiptView again = ok(shop.receipts.receipt(sale));
        assertThat(again.refunds()
                        .get(0)
                        .attempt()
                        .orElseThrow()
                        .step()
                        .orElseThrow()
                        .name())
                .isEqualTo("transaction");
        ReceiptView done = ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")));
        assertThat(done.refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
    }

    @Test
    void aTypedSaleIsKnownByItsTransactionAfterItsFirstRefund() {
        SaleId sale = typed();
        Map<Integer, Money> some = Map.of(1, Money.euro(400));
        ReceiptView asking = ok(shop.receipts.refund(Shop.AINO, sale, "r1", some, Map.of()));
        AttemptId part = part(asking);
        ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")));
        ReceiptView done = ok(shop.receipts.refund(Shop.AINO, sale, "r2", EVERYTHING, Map.of()));
        assertThat(done.refunded()).isEqualTo(Money.euro(1_000));
        assertThat(shop.receipts.worklist().unverified()).isEmpty();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").seesProblem("used");
    }

    @Test
    void theCaseOfAWrongTransactionEndsWithARefundThatTeachesTheRightOne() {
        SaleId sale = typed();
        AttemptId payment = shop.receipts.worklist().unverified().get(0).attempt();
        shop.wallet.verifications.add(
                new Verification.Contradicted(Optional.empty(), ScriptedWallet.guidance("another-amount")));
        ok(shop.receipts.verify(Shop.AINO, payment, "tx_9"));
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
        AttemptId part = part(ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of())));
        ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")));
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void aRefundThatACrashCutOffAfterItWasSentGoesOnByItself() {
        SaleId sale = typed();
        AttemptId part = part(ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of())));
        GivenAnswer given =
                new GivenAnswer(1, "ENTER_TEXT", "transaction", shop.clock.instant(), new Answer.Text("tx_1"));
        shop.ledger.books().write(tx -> {
            new AnswerTable(tx, shop.desk.answers()).add(part, given, "Aino");
            return null;
        });
        shop.ledger.claims().intend(new PaymentReference(ScriptedWallet.SCHEME, "tx_1"), part, sale, Map.of());
        shop = shop.crashAndRestart(folder);
        shop.receipts.followUps().run();
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
        List<AttemptId> waiting = shop.ledger.books().read(shop.ledger.claims()::attemptsToRecover);
        assertThat(waiting).isEmpty();
    }

    @Test
    void aTypedPaymentOfACancelledSaleIsACaseForAPerson() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.types(1_000).cancels(Map.of());
        assertThat(shop.receipts.worklist().cases().get(0).guidance().reason()).isEqualTo("attested-cancelled");
        assertThat(shop.selling.unused()).isEmpty();
    }

    @Test
    void aRefundWhoseAnswerWasLostIsAskedAgainAlsoAfterARestart() {
        SaleId sale = sold("gym", "pay:tx1:1000");
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        ReceiptView unknown = ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of()));
        assertThat(unknown.refunds().get(0).state()).isEqualTo(RefundView.State.NOT_KNOWN_YET);
        assertThat(unknown.refundable().get(0).amount()).isEqualTo(Money.euro(0));
        assertThat(shop.receipts.worklist().cases()).hasSize(1);

        shop = shop.crashAndRestart(folder);
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls).containsExactly("inquire refund", "refund EUR 1000");
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls).hasSize(2);

        shop.wallet.refundInquiries.add(ScriptedWallet.back(Money.euro(1_000)));
        shop.clock.move(Duration.ofSeconds(5));
        shop.receipts.followUps().run();
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void aRefundThatIsNeverAnsweredIsAPersonsCaseAfterFourteenWeekdays() {
        SaleId sale = sold("gym", "pay:tx1:1000");
        shop.wallet.refunds.addAll(List.of(
                new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")),
                new RefundOutcome.Unknown(ScriptedWallet.guidance("lost"))));
        ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of()));
        shop.clock.move(Duration.ofDays(21));
        shop.receipts.followUps().run();
        assertThat(shop.receipts.worklist().cases().get(0).nextInquiry()).isEmpty();
        assertThat(shop.receipts.worklist().cases().get(0).guidance().reason()).isEqualTo("refund-given-up");
    }

    @Test
    void aDeclinedRefundChangesNothingAndCanBeTriedAgain() {
        SaleId sale = sold("gym", "pay:tx1:1000");
        shop.wallet.refunds.add(new RefundOutcome.Declined(ScriptedWallet.guidance("window")));
        ReceiptView declined = ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of()));
        assertThat(declined.refunds().get(0).state()).isEqualTo(RefundView.State.NOTHING);
        assertThat(ok(shop.receipts.refund(Shop.AINO, sale, "r2", EVERYTHING, Map.of()))
                        .refunded())
                .isEqualTo(Money.euro(1_000));
    }

    @Test
    void aRefundThatHasNotBegunCanBeGivenUpWhileThePlugInIsAway() {
        SaleId sale = typed();
        AttemptId part = part(ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of())));
        shop.takeWalletAway.run();
        assertThat(refusal(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1"))))
                .isEqualTo("refund-method-away");
        ReceiptView given = ok(shop.receipts.answer(Shop.AINO, part, "", new Answer.Cancelled()));
        assertThat(given.refunds().get(0).state()).isEqualTo(RefundView.State.NOTHING);
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r2", EVERYTHING, Map.of())))
                .isEqualTo("refund-method-away");
    }

    @Test
    void aRefundThatHangsIsNotTakenForOneThatWasNotSent() throws Exception {
        SaleId sale = sold("gym", "pay:tx1:1000");
        CountDownLatch go = new CountDownLatch(1);
        shop.wallet.beforeRefund = () -> waitFor(go);
        ReceiptView hanging = ok(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of()));
        assertThat(hanging.refunds().get(0).state()).isEqualTo(RefundView.State.NOT_KNOWN_YET);
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls).doesNotContain("inquire refund");
        go.countDown();
        shop.wallet.refundInquiries.add(ScriptedWallet.back(Money.euro(1_000)));
        for (int i = 0; i < 100 && !shop.wallet.calls.contains("inquire refund"); i++) {
            Thread.sleep(20);
            shop.clock.move(Duration.ofDays(1));
            shop.receipts.followUps().run();
        }
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
    }

    /** As a plug-in that does not even listen to interrupts. */
    private static void waitFor(CountDownLatch latch) {
        boolean waiting = true;
        for (int i = 0; i < 1_000 && waiting; i++) {
            try {
                waiting = !latch.await(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                waiting = true;
            }
        }
    }

    @Test
    void anUnusedReceiptWorksAgainInTheNextSale() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        till.cancels(Map.of());
        assertThat(shop.selling.unused()).hasSize(1);
        till.sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
        assertThat(shop.selling.unused()).isEmpty();
    }

    @Test
    void anUnusedPaymentIsPutIntoASaleThatChangesMeanwhile() {
        Till till = shop.till("R1").sells("massage").paysWith("wallet").scans("pay:tx1:5000");
        AttemptId unused = till.tender(0).attempt();
        till.cancels(Map.of()).sells("gym", "drink");
        AtomicBoolean once = new AtomicBoolean(true);
        shop.takeFilterAway.run();
        shop.methods.add(
                ScriptedWallet.ID,
                labels -> {
                    // as a provider's late word on an earlier payment of that sale does
                    if (once.getAndSet(false)) {
                        shop.ledger
                                .books()
                                .write(tx -> tx.execute(
                                        "UPDATE till_sale SET revision = revision + 1 WHERE state = 'OPEN'"));
                    }
                    return labels.contains(new ProductLabel("liikunta"));
                },
                Rank.PLAIN);
        till.uses(unused).sees(5_000, 300);
        assertThat(once).isFalse();
    }

    @Test
    void anUnusedPaymentCanBePutIntoTheNextSaleOnce() {
        Till till = shop.till("R1").sells("massage").paysWith("wallet").scans("pay:tx1:5000");
        AttemptId unused = till.tender(0).attempt();
        till.cancels(Map.of()).sells("gym", "drink").uses(unused).sees(5_000, 300);
        assertThat(till.tender(0).surplus()).isEqualTo(Money.euro(4_000));
        assertThat(shop.selling.unused()).isEmpty();
        shop.till("R2").sells("gym").uses(unused).isRefused("unused-gone");
        shop.till("R2")
                .paysWith("wallet")
                .scans("pay:tx1:5000")
                .isAsked("surplus")
                .answers("surplus", new Answer.Confirmed())
                .seesProblem("used");
    }

    @Test
    void anUnusedPaymentCanBeRefundedAndItsReceiptIsDeadThen() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        SaleId cancelled = till.sale().id();
        till.cancels(Map.of(till.tender(0).attempt(), Selling.Unused.REFUND));
        assertThat(ok(shop.receipts.receipt(cancelled)).refunds().get(0).state())
                .isEqualTo(RefundView.State.DONE);
        assertThat(shop.selling.unused()).isEmpty();
        till.sells("gym").paysWith("wallet").scans("pay:tx1:1000").seesProblem("reference-refunded");
    }

    @Test
    void aCancelledSaleIsToldApartInTheList() {
        sold("drink", "");
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        SaleId cancelled = till.sale().id();
        till.cancels(Map.of(till.tender(0).attempt(), Selling.Unused.KEEP));
        assertThat(shop.receipts.search("", 10))
                .hasSize(2)
                .allMatch(summary -> summary.cancelled() == summary.sale().equals(cancelled));
    }

    @Test
    void receiptsAreFoundByNumberProductAndProvidersId() {
        SaleId sale = sold("gym", "pay:tx_AbC:1000");
        sold("drink", "");
        assertThat(shop.receipts.search("", 10)).hasSize(2);
        assertThat(shop.receipts.search(sale.value().toLowerCase(), 10)).hasSize(1);
        assertThat(shop.receipts.search("gym", 10)).hasSize(1);
        assertThat(shop.receipts.search("tx_abc", 10)).hasSize(1);
        assertThat(shop.receipts.search("nothing", 10)).isEmpty();
    }

    private SaleId mixed() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet").scans("pay:tx1:1000");
        till.paysWith("cash").enters(500).completes();
        return till.sale().id();
    }

    /** A gym visit, by an amount that Aino vouches for. */
    private SaleId typed() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").types(1_000);
        return till.completes().sale().id();
    }

    /** What is asked of the refund's one part. */
    private static AttemptId part(ReceiptView asking) {
        return asking.refunds().get(0).attempt().orElseThrow().id();
    }

    private SaleId sold(String product, String code) {
        Till till = shop.till("R1").sells(product);
        if (code.isEmpty()) {
            till.paysWith("cash").enters(300);
        } else {
            till.paysWith("wallet").scans(code);
        }
        till.completes();
        shop.clock.move(Duration.ofSeconds(1));
        return till.sale().id();
    }

    private static <T> T ok(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<T>) result).value();
    }

    private static String refusal(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).guidance().reason();
    }
}
