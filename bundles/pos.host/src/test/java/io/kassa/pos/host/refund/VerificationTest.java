package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Receipts.Verdict;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.selling.TenderView;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerificationTest extends OpenShop {

    @Test
    void aTypedPaymentStandsOnTheListUntilItsTransactionMatches() {
        AttemptId payment = typed();
        Worklist.Unverified listed = shop.receipts.worklist().unverified().get(0);
        assertThat(listed.reason()).isEqualTo("camera broken");
        shop.wallet.verifications.add(new Verification.Refused(ScriptedWallet.guidance("form")));
        assertThat(verdict(payment, "nonsense").confirmed()).isFalse();
        assertThat(shop.receipts.worklist().unverified()).hasSize(1);
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(verdict(payment, "tx_1").confirmed()).isTrue();
        assertThat(shop.receipts.worklist().unverified()).isEmpty();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").seesProblem("used");
    }

    @Test
    void aTypedPaymentIsVerifiedInTheOpenSaleAndItsRegisterIsTold() {
        Till till = paysTyped();
        List<Changes.Change> told = new CopyOnWriteArrayList<>();
        shop.desk.changes().subscribe(told::add);
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(verdict(till.tender(0).attempt(), "tx_1").confirmed()).isTrue();
        assertThat(told).contains(new Changes.Change(Changes.Topic.REGISTER, "R1"));
        till.looks();
        assertThat(till.tender(0).evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(till.tender(0).removable()).isFalse();
        till.completes();
        assertThat(shop.receipts.worklist().unverified()).isEmpty();
    }

    @Test
    void whatWasVerifiedAtOnceLeavesTheLimitOfUncheckedMoneyToTheNext() {
        Till till = shop.till("R1");
        IntStream.range(0, 30).forEach(i -> till.sells("gym"));
        till.paysWith("wallet").types(15_000);
        till.paysWith("wallet")
                .types(5_001)
                .seesProblem("attest-limit")
                .enters(5_000)
                .sees(20_000, 10_000);
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(verdict(till.tender(0).attempt(), "tx_1").confirmed()).isTrue();
        till.looks().paysWith("wallet").types(10_000).sees(30_000, 0);
    }

    @Test
    void aTenderSaysWhetherNobodyButACashierVouchesForIt() {
        Till till = paysTyped();
        assertThat(till.tender(0).vouchedFor()).isTrue();
        shop.wallet.verifications.add(confirmed("tx_1"));
        verdict(till.tender(0).attempt(), "tx_1");
        assertThat(till.looks().tender(0).vouchedFor()).isFalse();
        till.completes();

        Till other = shop.till("R2").sells("gym").paysWith("cash").enters(1_000);
        assertThat(other.tender(0).evidence()).isEqualTo(Evidence.ATTESTED);
        assertThat(other.tender(0).vouchedFor()).as("cash").isFalse();
        other.removes(other.tender(0).attempt());
        shop.wallet.evidence = Evidence.ATTESTED;
        other.paysWith("wallet").scans("pay:tx_2:1000");
        assertThat(other.tender(0).vouchedFor()).as("no reason was given").isFalse();
        assertThat(shop.receipts.worklist().unverified()).isEmpty();
    }

    @Test
    void aTransactionThatPaidAnotherSaleIsACase() {
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").completes();
        AttemptId payment = typed();
        shop.wallet.verifications.add(confirmed("tx_1"));
        Verdict verdict = verdict(payment, "tx_1");
        assertThat(verdict.confirmed()).isFalse();
        Guidance guidance = verdict.guidance().orElseThrow();
        assertThat(guidance.reason()).isEqualTo("reference-used");
        assertThat(guidance.money().in(Locale.ENGLISH)).isEqualTo("The money is booked in sale R2-000001.");
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
    }

    @Test
    void aTransactionWhoseSaleWasRefundedIsNamedAndItsMoneyIsWithTheCustomer() {
        SaleId sale = shop.till("R2")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx_1:1000")
                .completes()
                .sale()
                .id();
        AttemptId payment = typed();
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(1, Money.euro(400)), Map.of());
        Guidance partly = usedBefore(payment);
        assertThat(partly.reason()).isEqualTo("reference-used-partly-returned");
        assertThat(partly.money().in(Locale.ENGLISH))
                .isEqualTo("The money is booked in sale R2-000001, and €4.00 of it went back to the customer.");
        shop.receipts.refund(Shop.AINO, sale, "r2", Map.of(), Map.of());
        Guidance wholly = usedBefore(payment);
        assertThat(wholly.reason()).isEqualTo("reference-used-returned");
        assertThat(wholly.happened().in(Locale.ENGLISH)).contains("tx_1");
        assertThat(wholly.money().in(Locale.ENGLISH))
                .isEqualTo("The money of this receipt went back to the customer in full.");
    }

    @Test
    void aTransactionOfAnotherPaymentOfTheSaleIsNotCalledAnotherSales() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:400");
        AttemptId payment =
                till.paysWith("wallet").types(600).completes().tender(1).attempt();
        assertThat(usedBefore(payment).reason()).isEqualTo("reference-used-here");
    }

    private Guidance usedBefore(AttemptId payment) {
        shop.wallet.verifications.add(confirmed("tx_1"));
        return verdict(payment, "tx_1").guidance().orElseThrow();
    }

    @Test
    void aReceiptOfACancelledSaleThatTurnsOutToHavePaidATypedOneIsNotRefundedAsWell() {
        Till till = shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        AttemptId unused = till.tender(0).attempt();
        till.cancels(Map.of());
        AttemptId payment = typed();
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(verdict(payment, "tx_1").confirmed()).isTrue();
        assertThat(shop.receipts.worklist().unused()).isEmpty();
        assertThat(shop.receipts.refundUnused(Shop.AINO, unused, "r1")).isInstanceOf(Result.Refused.class);
    }

    @Test
    void noTransactionIsAddedWhileARefundAsksForIt() {
        AttemptId payment = typed();
        SaleId sale = shop.receipts.worklist().unverified().get(0).sale();
        assertThat(shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of()))
                .isInstanceOf(Result.Ok.class);
        shop.wallet.verifications.add(confirmed("tx_1"));
        Result<Verdict> result = shop.receipts.verify(Shop.AINO, payment, "tx_1");
        assertThat(((Result.Refused<Verdict>) result).guidance().reason()).isEqualTo("refund-under-way");
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptOfWhichARefundMayBeUnderWayPaysAndConfirmsNothing() {
        AttemptId payment = typed();
        PaymentReference reference = new PaymentReference(ScriptedWallet.SCHEME, "tx_1");
        AttemptId refund = new AttemptId("refund-of-another");
        shop.ledger.claims().intend(reference, refund, new SaleId("R9-000001"), Map.of());
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").seesProblem("reference-refunding");
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(verdict(payment, "tx_1").guidance().orElseThrow()).satisfies(why -> {
            assertThat(why.reason()).isEqualTo("reference-refunding");
            assertThat(why.money().code()).isEqualTo("money.not-known");
        });
        shop.ledger.books().write(tx -> shop.ledger.claims().closeIntent(tx, refund));
        shop.till("R2").scans("pay:tx_1:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptWhoseMoneyGoesBackConfirmsNoTypedPayment() {
        Till till = shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        AttemptId unused = till.tender(0).attempt();
        till.cancels(Map.of());
        assertThat(shop.receipts.refundUnused(Shop.AINO, unused, "r1")).isInstanceOf(Result.Ok.class);
        AttemptId payment = typed();
        shop.wallet.verifications.add(confirmed("tx_1"));
        Verdict verdict = verdict(payment, "tx_1");
        assertThat(verdict.confirmed()).isFalse();
        assertThat(verdict.guidance().orElseThrow().reason()).isEqualTo("reference-refunded");
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
    }

    @Test
    void aPaymentCheckedOfflineIsLookedUpLater() {
        shop.wallet.evidence = Evidence.SIGNED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls).doesNotContain("verify -");
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        shop.clock.move(Duration.ofSeconds(5));
        shop.wallet.verifications.add(confirmed("tx_1"));
        shop.receipts.followUps().run();
        assertThat(till.looks().tender(0).evidence()).isEqualTo(Evidence.CONFIRMED);
        shop.clock.move(Duration.ofDays(1));
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls.stream().filter("verify -"::equals)).hasSize(2);
    }

    @Test
    void aReceiptWhoseSaleIsCancelledWhileItIsLookedUpPaysTheNextSale() {
        shop.wallet.evidence = Evidence.SIGNED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        shop.clock.move(Duration.ofSeconds(2));
        shop.wallet.whileAsked = () -> till.cancels(Map.of());
        shop.wallet.verifications.add(confirmed("tx_1"));
        shop.receipts.followUps().run();
        assertThat(shop.receipts.worklist().unused()).hasSize(1);
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").completes();
        assertThat(shop.receipts.worklist().unused()).isEmpty();
    }

    @Test
    void aTypedPaymentThatIsTakenOutWhileItIsLookedUpLeavesItsReceiptFree() {
        Till till = paysTyped();
        shop.wallet.whileAsked = () -> till.cancels(Map.of());
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(verdict(till.tender(0).attempt(), "tx_1")
                        .guidance()
                        .orElseThrow()
                        .reason())
                .isEqualTo("tender-unknown");
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").completes();
    }

    @Test
    void ofTwoTransactionsLookedUpForOneTypedPaymentTheFirstThatIsConfirmedIsItsOwn() {
        Till till = paysTyped().completes();
        AttemptId payment = till.tender(0).attempt();
        SaleId sale = till.sale().id();
        PaymentReference second = new PaymentReference(ScriptedWallet.SCHEME, "tx_2");
        shop.wallet.whileAsked = () -> {
            shop.wallet.whileAsked = () -> {};
            shop.ledger.claims().claim(second, payment, sale);
            assertThat(verdict(payment, "tx_1").confirmed()).isTrue();
        };
        shop.wallet.verifications.add(confirmed("tx_1"));
        shop.wallet.verifications.add(confirmed("tx_2"));
        assertThat(verdict(payment, "tx_2").guidance().orElseThrow().reason()).isEqualTo("verified-already");
        assertThat(till.looks().sale().tenders())
                .extracting(TenderView::reference)
                .containsExactly(Optional.of(new PaymentReference(ScriptedWallet.SCHEME, "tx_1")));
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").seesProblem("used");
        shop.till("R2").scans("pay:tx_2:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptWhoseLookUpCannotBeBookedIsFreeAtOnce() {
        SaleId sale = paysTyped().completes().sale().id();
        AttemptId payment = shop.receipts.worklist().unverified().get(0).attempt();
        shop.wallet.whileAsked = () -> {
            claims(payment, sale);
            shop.books.failOnce();
        };
        shop.wallet.verifications.add(confirmed("tx_1"));
        assertThat(shop.receipts.verify(Shop.AINO, payment, "tx_1")).isInstanceOf(Result.Refused.class);
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptThatAPlugInClaimsAndThenHangsWithIsFreeAsSoonAsItIsGivenUp() {
        SaleId sale = paysTyped().completes().sale().id();
        AttemptId payment = shop.receipts.worklist().unverified().get(0).attempt();
        CountDownLatch end = new CountDownLatch(1);
        shop.wallet.whileAsked = () -> {
            claims(payment, sale);
            waits(end);
        };
        assertThat(verdict(payment, "tx_1").guidance().orElseThrow().reason()).isEqualTo("method-trouble");
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").sees(1_000, 0);
        end.countDown();
    }

    @Test
    void aReceiptThatAPlugInClaimsAfterItWasGivenUpIsFreeWhenItReturns() throws InterruptedException {
        SaleId sale = paysTyped().completes().sale().id();
        AttemptId payment = shop.receipts.worklist().unverified().get(0).attempt();
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch claimed = new CountDownLatch(1);
        shop.wallet.whileAsked = () -> {
            waits(goOn);
            claims(payment, sale);
            claimed.countDown();
        };
        verdict(payment, "tx_1");
        goOn.countDown();
        assertThat(claimed.await(5, TimeUnit.SECONDS)).isTrue();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000").sees(1_000, 0);
    }

    private void claims(AttemptId payment, SaleId sale) {
        shop.ledger.claims().claim(new PaymentReference(ScriptedWallet.SCHEME, "tx_1"), payment, sale);
    }

    /** Through an interruption, as a request on its way does. */
    private static void waits(CountDownLatch latch) {
        for (int tries = 0; tries < 2; tries++) {
            try {
                assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
                return;
            } catch (InterruptedException e) {
                // the till gave up
            }
        }
    }

    @Test
    void aReceiptThatPaysAnotherSaleWhileItIsLookedUpIsNoCase() {
        shop.wallet.evidence = Evidence.SIGNED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        shop.wallet.whileAsked = () -> {
            till.cancels(Map.of());
            shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        };
        isContradicted("used");
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void aPaymentThatIsMovedToAnotherSaleWhileItIsLookedUpIsNoCase() {
        shop.wallet.evidence = Evidence.SIGNED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        AttemptId payment = till.tender(0).attempt();
        shop.wallet.whileAsked = () -> {
            till.cancels(Map.of());
            shop.till("R2").sells("gym").uses(payment).sees(1_000, 0);
        };
        isContradicted("used");
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void whatARefundThatIsNotKnownYetTookBackIsNoCaseAndIsLookedUpAgain() {
        shop.wallet.evidence = Evidence.SIGNED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        SaleId sale = till.completes().sale().id();
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        shop.wallet.whileAsked = () -> shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        isContradicted("refunded");
        assertThat(shop.receipts.worklist().cases())
                .extracting(one -> one.guidance().reason())
                .containsExactly("lost");
        assertThat(verificationsWaiting()).isEqualTo(1);
    }

    @Test
    void whatARefundTookBackThatWasMadeMeanwhileIsNoCaseAndIsLookedUpAgain() {
        shop.wallet.evidence = Evidence.SIGNED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        SaleId sale = till.completes().sale().id();
        shop.wallet.whileAsked = () -> shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        isContradicted("refunded");
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        assertThat(verificationsWaiting()).isEqualTo(1);
    }

    @Test
    void aTypedPaymentThatIsTakenOutWhileItIsLookedUpIsNoCase() {
        Till till = paysTyped();
        AttemptId payment = till.tender(0).attempt();
        shop.wallet.whileAsked = () -> till.removes(payment);
        shop.wallet.verifications.add(contradicted("cancelled"));
        assertThat(verdict(payment, "tx_1").guidance().orElseThrow().reason()).isEqualTo("tender-unknown");
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void theCaseOfATypedPaymentWhoseSaleIsCancelledWhileItIsLookedUpKeepsItsWords() {
        Till till = paysTyped();
        AttemptId payment = till.tender(0).attempt();
        shop.wallet.whileAsked = () -> till.cancels(Map.of());
        shop.wallet.verifications.add(contradicted("cancelled"));
        verdict(payment, "tx_1");
        assertThat(shop.receipts.worklist().cases())
                .extracting(one -> one.guidance().reason())
                .containsExactly("attested-cancelled");
    }

    @Test
    void aPaymentThatIsContradictedIsACaseUntilAPersonClosesIt() {
        shop.wallet.evidence = Evidence.SIGNED;
        shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        isContradicted("cancelled");
        Worklist.Case one = shop.receipts.worklist().cases().get(0);
        assertThat(one.guidance().reason()).isEqualTo("cancelled");
        assertThat(shop.receipts.resolve(Shop.AINO, one.id(), " ")).isInstanceOf(Result.Refused.class);
        shop.receipts.resolve(Shop.AINO, one.id(), " called the provider ");
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        shop = shop.crashAndRestart(folder);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        List<List<String>> kept = shop.ledger
                .books()
                .read(tx -> tx.rows(
                        "SELECT id, resolved_by, resolution FROM till_case",
                        row -> List.of(row.text("id"), row.text("resolved_by"), row.text("resolution"))));
        assertThat(kept).containsExactly(List.of(one.id(), "Aino", "called the provider"));
        assertThat(shop.ledger.audit().page(Long.MAX_VALUE, 20))
                .anySatisfy(entry ->
                        assertThat(entry.record().toString()).contains("Aino", "case.resolved", "called the provider"));
    }

    private AttemptId typed() {
        return paysTyped().completes().tender(0).attempt();
    }

    private Till paysTyped() {
        return shop.till("R1").sells("gym").paysWith("wallet").types(1_000);
    }

    /** The till asks by itself, and the provider says otherwise. */
    private void isContradicted(String how) {
        shop.wallet.verifications.add(contradicted(how));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(shop.wallet.verifications).isEmpty();
    }

    private long verificationsWaiting() {
        return shop.ledger.books().read(tx -> new FollowUpTable(tx).count(FollowUpTable.Task.VERIFY));
    }

    private Verdict verdict(AttemptId payment, String id) {
        Result<Verdict> result = shop.receipts.verify(Shop.AINO, payment, id);
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<Verdict>) result).value();
    }

    private static Verification contradicted(String how) {
        return new Verification.Contradicted(Optional.empty(), ScriptedWallet.guidance(how));
    }

    private static Verification confirmed(String id) {
        return new Verification.Confirmed(new PaymentReference(ScriptedWallet.SCHEME, id), Map.of());
    }
}
