package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The configuration that took a payment is deleted: its refunds go on with another of the same provider, or wait for one. */
class MethodGoneTest extends OpenShop {

    private static final Map<Integer, Money> EVERYTHING = Map.of();
    private static final Origin WALLET = new Origin(ScriptedWallet.ID, Optional.of(ScriptedWallet.SCHEME));

    @Test
    void aScannedPaymentGoesBackByAnotherMethodOfItsProvider() {
        SaleId sale = scanned(Evidence.CONFIRMED);
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        removeWallet();
        assertThat(ok(shop.receipts.propose(sale, EVERYTHING)).parts().get(0).obstacle())
                .isEmpty();
        RefundView refund = refund(sale, "r1");
        assertThat(refund.state()).isEqualTo(RefundView.State.DONE);
        assertThat(refund.parts().get(0).method()).isEqualTo(ScriptedWallet.ID);
        assertThat(other.calls).containsExactly("refund EUR 1000");
    }

    @Test
    void aTypedPaymentAsksForItsTransactionAndGoesBackThere() {
        SaleId sale = typed();
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        removeWallet();
        AttemptId part = part(refund(sale, "r1"));
        ReceiptView done = ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")));
        assertThat(done.refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
        assertThat(other.calls).containsExactly("refund EUR 1000");
        assertThat(shop.receipts.worklist().unverified()).isEmpty();
    }

    @Test
    void paymentsAreComparedByAnotherMethodOfTheirProvider() {
        SaleId signed = scanned(Evidence.SIGNED);
        AttemptId typed = tender(typed());
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        removeWallet();
        other.verifications.add(confirmed("tx1"));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(ok(shop.receipts.receipt(signed)).sale().tenders().get(0).evidence())
                .isEqualTo(Evidence.CONFIRMED);
        other.verifications.add(confirmed("tx9"));
        assertThat(ok(shop.receipts.verify(Shop.AINO, typed, "tx9")).confirmed())
                .isTrue();
        assertThat(other.calls).containsExactly("verify -", "verify tx9");
    }

    @Test
    void aRefundUnderWayGoesOnThereUnderTheSameAttempt() {
        AttemptId part = part(refund(typed(), "r1"));
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        removeWallet();
        ReceiptView done = ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")));
        assertThat(done.refunds()).hasSize(1);
        assertThat(done.refunds().get(0).parts()).hasSize(1).first().satisfies(one -> {
            assertThat(one.attempt()).isEqualTo(part);
            assertThat(one.state()).isEqualTo(RefundView.PartState.REFUNDED);
        });
        assertThat(other.attempts).containsOnly(part);
    }

    @Test
    void aRefundThatWasSentByTheOldOneIsInquiredAboutAndNotBegunAnew() {
        SaleId sale = scanned(Evidence.CONFIRMED);
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        AttemptId part = refund(sale, "r1").parts().get(0).attempt();
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        other.refundInquiries.add(ScriptedWallet.back(Money.euro(1_000)));
        removeWallet();
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
        assertThat(other.calls).containsExactly("inquire refund");
        assertThat(other.attempts).containsOnly(part);
    }

    @Test
    void whatTheProviderRefusesIsReadInThreeParts() {
        SaleId sale = scanned(Evidence.CONFIRMED);
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        other.refunds.add(new RefundOutcome.Declined(ScriptedWallet.guidance("other-venue")));
        removeWallet();
        RefundView refund = refund(sale, "r1");
        assertThat(refund.state()).isEqualTo(RefundView.State.NOTHING);
        assertThat(refund.parts().get(0).outcome().map(Guidance::reason)).contains("other-venue");
    }

    @Test
    void aPaymentIsNeverHandedToAnotherMethod() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        removeWallet();
        till.looks().isWaiting();
        till.answersAttempt(till.attempt().id(), "scan", new Answer.Scanned("pay:tx1:1000"))
                .isRefused("method-away");
        assertThat(other.calls).isEmpty();
    }

    @Test
    void withNobodyOfItsProviderARefundIsRefusedAndMadeWhenSomebodyIsBack() {
        SaleId sale = scanned(Evidence.CONFIRMED);
        offer("elsewhere", "wallet:https://elsewhere.example");
        removeWallet();
        Guidance obstacle = ok(shop.receipts.propose(sale, EVERYTHING))
                .parts()
                .get(0)
                .obstacle()
                .orElseThrow();
        assertThat(obstacle.reason()).isEqualTo("refund-method-away");
        assertThat(obstacle.money().code()).isEqualTo("money.not-returned");
        assertThat(obstacle.next().texts().get("en")).contains("any method id will do");
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r1", EVERYTHING, Map.of())))
                .isEqualTo("refund-method-away");
        offer("brand-new", ScriptedWallet.SCHEME);
        assertThat(refund(sale, "r1").state()).isEqualTo(RefundView.State.DONE);
    }

    @Test
    void anOpenRefundSaysWhatItWaitsForAndGoesOn() {
        AttemptId part = part(refund(typed(), "r1"));
        removeWallet();
        SaleId sale = shop.till("R1").sale().id();
        assertThat(ok(shop.receipts.receipt(sale))
                        .refunds()
                        .get(0)
                        .attempt()
                        .orElseThrow()
                        .problem())
                .map(Guidance::reason)
                .contains("refund-method-away");
        offer("brand-new", ScriptedWallet.SCHEME);
        assertThat(ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")))
                        .refunds()
                        .get(0)
                        .state())
                .isEqualTo(RefundView.State.DONE);
    }

    @Test
    void whatIsNotKnownWaitsAsLongAsItTakesAndGoesOnByItself() {
        SaleId sale = scanned(Evidence.SIGNED);
        SaleId lost = scanned(Evidence.CONFIRMED);
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        AttemptId part = refund(lost, "r1").parts().get(0).attempt();
        removeWallet();
        for (int day = 0; day < 30; day++) {
            shop.clock.move(Duration.ofDays(1));
            shop.receipts.followUps().run();
        }
        assertThat(shop.receipts.worklist().cases())
                .extracting(one -> one.guidance().reason())
                .containsExactlyInAnyOrder("refund-waiting", "verify-method-away");
        assertThat(shop.receipts.worklist().cases())
                .extracting(Worklist.Case::nextInquiry)
                .allMatch(Optional::isPresent);
        assertThat(refusal(shop.receipts.inquire(Shop.AINO, part))).isEqualTo("refund-waiting");

        ScriptedWallet fresh = offer("brand-new", ScriptedWallet.SCHEME);
        fresh.refundInquiries.add(ScriptedWallet.back(Money.euro(1_000)));
        fresh.verifications.add(confirmed("tx1"));
        shop.clock.move(Duration.ofSeconds(1));
        shop.receipts.followUps().run();
        assertThat(ok(shop.receipts.receipt(lost)).refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
        assertThat(ok(shop.receipts.receipt(sale)).sale().tenders().get(0).evidence())
                .isEqualTo(Evidence.CONFIRMED);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void aRefundWhoseProviderIsGoneForGoodIsDecidedByAPerson() {
        SaleId sale = lostRefund();
        waits(13);
        assertThat(theCase().undecided()).isFalse();
        assertThat(refusal(shop.receipts.settle(Shop.ADMIN, theCase().id(), false, "no contract")))
                .isEqualTo("case-decided");

        waits(8);
        assertThat(theCase().undecided()).isTrue();
        assertThat(theCase().guidance().next().texts().get("en"))
                .contains("say in “To do” whether the money went back");
        assertThat(refusal(shop.receipts.resolve(Shop.ADMIN, theCase().id(), "no contract")))
                .isEqualTo("case-undecided");
        ok(shop.receipts.settle(Shop.ADMIN, theCase().id(), false, "not in their last report"));
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.NOTHING);
        offer("brand-new", ScriptedWallet.SCHEME);
        assertThat(refund(sale, "r2").amount()).isEqualTo(Money.euro(1_000));
    }

    @Test
    void aRefundThatAPersonDecidesWhileTheTillAsksAboutOthersIsNotAskedAboutAgain() {
        SaleId sale = lostRefund();
        shop.clock.move(Duration.ofDays(21));
        ScriptedWallet other = alsoPays("elsewhere");
        other.evidence = Evidence.SIGNED;
        shop.till("R2").sells("gym").paysWith("elsewhere").scans("pay:tx3:1000").completes();
        other.whileAsked =
                () -> ok(shop.receipts.settle(Shop.ADMIN, theCase().id(), false, "not in their last report"));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(other.calls).contains("verify -");
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.NOTHING);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    /** A method of another provider, at register 2. */
    private ScriptedWallet alsoPays(String id) {
        shop.ledger.books().write(tx -> {
            new ShopTable(tx).save(new RegisterSettings("R2", "Register 2", List.of(id)));
            new MethodTable(tx)
                    .save(new MethodTable.Known(
                            id, ScriptedWallet.text(id), new MethodSettings(true, "", "", true, false, false)));
            return null;
        });
        return offer(id, "wallet:https://elsewhere.example");
    }

    @Test
    void aCaseThatWasClosedByAWordComesBackWhenItHoldsUpFurtherRefunds() {
        lostRefund();
        waits(1);
        ok(shop.receipts.resolve(Shop.ADMIN, theCase().id(), "they will write"));
        waits(1);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        waits(19);
        assertThat(theCase().undecided()).isTrue();
        assertThat(theCase().guidance().reason()).isEqualTo("refund-waiting");
    }

    @Test
    void aRefundThatWasCutOffBeforeAnAnswerIsLeftToAPersonTooWhenItsProviderIsGone() {
        SaleId sale = typed();
        AttemptId part = part(refund(sale, "r1"));
        // sent, and then the power went
        shop.ledger.claims().intend(new PaymentReference(ScriptedWallet.SCHEME, "tx_1"), part, sale, Map.of());
        removeWallet();
        waits(17);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        waits(4);
        assertThat(theCase().undecided()).isTrue();
        assertThat(theCase().guidance().reason()).isEqualTo("refund-waiting");
        ok(shop.receipts.settle(Shop.ADMIN, theCase().id(), true, "it is in their report"));
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        assertThat(ok(shop.receipts.receipt(sale)).refunds().get(0).state()).isEqualTo(RefundView.State.DONE);
    }

    /** Of which nobody knows how it ended, and nobody is left who could be asked. */
    private SaleId lostRefund() {
        SaleId sale = scanned(Evidence.CONFIRMED);
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        refund(sale, "r1");
        removeWallet();
        return sale;
    }

    private void waits(int days) {
        for (int day = 0; day < days; day++) {
            shop.clock.move(Duration.ofDays(1));
            shop.receipts.followUps().run();
        }
    }

    private Worklist.Case theCase() {
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
        return shop.receipts.worklist().cases().get(0);
    }

    @Test
    void givingUpARefundWhoseMethodGoesAwayMeanwhileEndsIt() {
        AttemptId part = part(refund(typed(), "r1"));
        Runnable away = shop.takeWalletAway;
        shop.wallet.beforeAnswer = () -> {
            away.run();
            throw new IllegalStateException("gone");
        };
        ReceiptView after = ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Cancelled()));
        assertThat(after.refunds().get(0).state()).isEqualTo(RefundView.State.NOTHING);
    }

    @Test
    void aMethodThatIsOnlyReplacedIsWaitedFor() {
        AttemptId part = part(refund(typed(), "r1"));
        ScriptedWallet other = offer("wallet-2", ScriptedWallet.SCHEME);
        shop.takeWalletAway.run();
        assertThat(shop.desk.methods().find(WALLET)).isEmpty();
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx_1")));
        assertThat(other.calls).isEmpty();
        assertThat(shop.wallet.attempts).containsOnly(part);
    }

    private SaleId scanned(Evidence evidence) {
        shop.wallet.evidence = evidence;
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.scans("pay:" + (evidence == Evidence.SIGNED ? "tx1" : "tx2") + ":1000")
                .completes();
        shop.clock.move(Duration.ofSeconds(1));
        return till.sale().id();
    }

    private SaleId typed() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.types(1_000).completes();
        return till.sale().id();
    }

    private AttemptId tender(SaleId sale) {
        return ok(shop.receipts.receipt(sale)).sale().tenders().get(0).attempt();
    }

    private static Verification confirmed(String id) {
        return new Verification.Confirmed(new PaymentReference(ScriptedWallet.SCHEME, id), Map.of());
    }

    private ScriptedWallet offer(String id, String scheme) {
        ScriptedWallet other = ScriptedWallet.other(shop.ledger.claims(), id, scheme);
        shop.methods.add(id, other, Rank.PLAIN);
        return other;
    }

    /** Takes the method away for good: longer than it takes to replace it. */
    private void removeWallet() {
        shop.takeWalletAway.run();
        shop.takeFilterAway.run();
        shop.methods.await(ScriptedWallet.ID, Duration.ZERO);
        assertThat(shop.methods.isExpected(WALLET)).isFalse();
    }

    private RefundView refund(SaleId sale, String id) {
        return ok(shop.receipts.refund(Shop.AINO, sale, id, EVERYTHING, Map.of()))
                .refunds()
                .get(0);
    }

    private static AttemptId part(RefundView refund) {
        return refund.attempt().orElseThrow().id();
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
