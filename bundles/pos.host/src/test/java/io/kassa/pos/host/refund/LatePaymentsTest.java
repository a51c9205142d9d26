package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment of which the till learns late that it was made, when its receipt has gone its way already. */
class LatePaymentsTest extends OpenShop {

    private static final PaymentReference TX1 = new PaymentReference(ScriptedWallet.SCHEME, "tx1");

    /** What became of the sale that did not know of its payment. */
    enum Meanwhile {
        OPEN,
        PAID_IN_CASH,
        CANCELLED
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    void theSaleThatItsReceiptPaidSinceKeepsIt(Meanwhile meanwhile) {
        SaleId first = leaveUnknown(meanwhile);
        Till second = shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        second.completes();
        learnOfIt();
        nothingIsOwedFor(first);
        assertThat(shop.ledger.claims().holder(TX1))
                .hasValueSatisfying(
                        held -> assertThat(held.sale()).isEqualTo(second.sale().id()));
        assertThat(receipt(shop.receipts.receipt(second.sale().id())).refunded())
                .isEqualTo(Money.euro(0));
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    void whatGoesBackAfterACancelledSaleDoesNotGoBackTwice(Meanwhile meanwhile) {
        SaleId first = leaveUnknown(meanwhile);
        Till second = shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        second.cancels(Map.of(second.tender(0).attempt(), Selling.Unused.REFUND));
        learnOfIt();
        nothingIsOwedFor(first);
        assertThat(shop.wallet.calls)
                .filteredOn(call -> call.startsWith("refund"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    void whatIsPerhapsGoingBackIsNotOwedASecondTime(Meanwhile meanwhile) {
        SaleId first = leaveUnknown(meanwhile);
        Till second = typedSale();
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        refundsAsTx1(second.sale().id());
        learnOfIt();
        nothingIsOwedFor(first);
    }

    @Test
    void itsOwnSaleKeepsTheReceiptThatTheNextAttemptTook() {
        SaleId sale = leaveUnknown(Meanwhile.OPEN);
        shop.till("R1").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
        learnOfIt();
        nothingIsOwedFor(sale);
        shop.till("R1").sees(1_000, 0);
        assertThat(shop.till("R1").sale().tenders()).hasSize(1);
    }

    @Test
    void itWaitsUntilTheNextPaymentOfItsSaleIsOver() {
        leaveUnknown(Meanwhile.OPEN);
        Till till = shop.till("R1").paysWith("wallet");
        learnOfIt();
        till.isAsked("scan").sees(0, 1_000);
        till.scans("pay:tx2:400").sees(400, 600);
        till.paysWith("wallet").answers("scan", new Answer.Cancelled()).sees(400, 600);
    }

    @Test
    void itIsBookedWhenTheNextPaymentOfItsSaleWasGivenUp() {
        leaveUnknown(Meanwhile.OPEN);
        Till till = shop.till("R1").paysWith("wallet");
        learnOfIt();
        till.answers("scan", new Answer.Cancelled()).sees(0, 1_000);
        shop.clock.move(Duration.ofSeconds(3));
        learnOfIt();
        till.looks().sees(1_000, 0);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void whatPaidNothingElseIsToBeGivenBack() {
        SaleId first = leaveUnknown(Meanwhile.CANCELLED);
        learnOfIt();
        Worklist.Case one = theCase();
        assertThat(one.sale()).isEqualTo(first);
        assertThat(one.guidance().reason()).isEqualTo("payment-late");
        assertThat(one.guidance().next().in(Locale.ENGLISH))
                .startsWith("Give it back to the customer")
                .contains("tx1");
    }

    /** The receipt of a payment that is to be given back is as good as any, until somebody has given it back. */
    @ParameterizedTest
    @EnumSource(
            value = Meanwhile.class,
            names = {"PAID_IN_CASH", "CANCELLED"})
    void whatItsReceiptPaysAfterwardsIsNotGivenBackAsWell(Meanwhile meanwhile) {
        SaleId first = leaveUnknown(meanwhile);
        learnOfIt();
        assertThat(theCase().guidance().reason()).isEqualTo("payment-late");
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx2:1000").completes();
        assertThat(theCase().guidance().reason()).as("another receipt").isEqualTo("payment-late");
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
        nothingIsOwedFor(first);
    }

    @Test
    void aTypedPaymentThatTurnsOutToBeItIsNotGivenBackAsWell() {
        SaleId first = leaveUnknown(Meanwhile.PAID_IN_CASH);
        learnOfIt();
        Till second = typedSale();
        shop.wallet.verifications.add(new Verification.Confirmed(TX1, Map.of()));
        shop.receipts.verify(Shop.AINO, second.tender(0).attempt(), "tx1");
        nothingIsOwedFor(first);
    }

    @Test
    void whatARefundOfATypedPaymentGaveBackIsNotGivenBackAgain() {
        SaleId first = leaveUnknown(Meanwhile.PAID_IN_CASH);
        learnOfIt();
        refundsAsTx1(typedSale().sale().id());
        nothingIsOwedFor(first);
    }

    /** Its plug-in went while the cashier gave up. */
    private SaleId leaveUnknown(Meanwhile meanwhile) {
        Till till = shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx1:1200")
                .isAsked("surplus");
        shop.takeWalletAway.run();
        till.answersAttempt(till.attempt().id(), "", new Answer.Cancelled());
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        SaleId sale = till.sale().id();
        switch (meanwhile) {
            case OPEN -> till.sees(0, 1_000);
            case PAID_IN_CASH -> till.paysWith("cash").enters(1_000).completes();
            case CANCELLED -> till.cancels(Map.of());
        }
        return sale;
    }

    private Till typedSale() {
        return shop.till("R2").sells("gym").paysWith("wallet").types(1_000).completes();
    }

    private void refundsAsTx1(SaleId sale) {
        ReceiptView refund = receipt(shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of()));
        AttemptId part = refund.refunds().get(0).attempt().orElseThrow().id();
        receipt(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx1")));
    }

    private void learnOfIt() {
        shop.wallet.paymentInquiries.add(new PaymentOutcome.Paid(
                Money.euro(1_000), Money.euro(1_000), Optional.of(TX1), Evidence.CONFIRMED, Map.of(), List.of()));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls).contains("inquire payment");
    }

    /** A person reads that nothing has to be done, and it is asked no more. */
    private void nothingIsOwedFor(SaleId sale) {
        Worklist.Case one = theCase();
        assertThat(one.sale()).isEqualTo(sale);
        assertThat(one.guidance().reason()).isEqualTo("payment-late-used");
        assertThat(one.guidance().next().in(Locale.ENGLISH)).startsWith("Nothing has to be returned");
        assertThat(one.nextInquiry()).isEmpty();
        List<FollowUpTable.FollowUp> asked = shop.ledger.books().read(tx -> new FollowUpTable(tx).waiting());
        assertThat(asked).noneMatch(waiting -> waiting.task() == FollowUpTable.Task.PAYMENT);
    }

    private Worklist.Case theCase() {
        List<Worklist.Case> late = shop.receipts.worklist().cases().stream()
                .filter(one -> one.guidance().reason().startsWith("payment-"))
                .toList();
        assertThat(late).hasSize(1);
        return late.get(0);
    }

    private static ReceiptView receipt(Result<ReceiptView> result) {
        return ((Result.Ok<ReceiptView>) result).value();
    }
}
