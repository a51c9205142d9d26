package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.selling.LineView;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SellingTest extends OpenShop {

    @Test
    void aSaleIsPaidPartlyWithAReceiptAndTheRestInCashWithChange() {
        Till till = shop.till("R1").sells("gym", "drink");
        assertThat(till.button("wallet").eligible()).isEqualTo(Money.euro(1_000));
        assertThat(till.button("wallet").hint().code()).isEqualTo("hint.payable");

        till.paysWith("wallet")
                .isAsked("scan")
                .scans("pay:tx1:1000")
                .seesNoModal()
                .sees(1_000, 300);
        assertThat(till.button("wallet").hint().code()).isEqualTo("hint.no-more-payable");
        till.paysWith("cash").enters(500).sees(1_500, 0).completes();

        SaleView sale = till.sale();
        assertThat(sale.state()).isEqualTo(SaleView.State.COMPLETED);
        assertThat(sale.id().value()).isEqualTo("R1-000001");
        assertThat(sale.change()).isEqualTo(Money.euro(200));
        assertThat(sale.lines().get(0).paid()).isEqualTo(Money.euro(1_000));
        assertThat(till.tender(0).evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(till.tender(0).removable()).isFalse();
        assertThat(till.tender(1).change()).isEqualTo(Money.euro(200));
    }

    @Test
    void aRefusedScanIsAskedAgainAndNotStored() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("rubbish");
        till.seesProblem("not-a-receipt").isAsked("scan");
        assertThat(answersStored()).isZero();
        till.scans("pay:tx1:1000").seesNoModal().sees(1_000, 0);
        assertThat(answersStored()).isZero();
    }

    @Test
    void aReceiptUsedAtAnotherRegisterIsRefused() {
        shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000").completes();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").seesProblem("used");
    }

    @Test
    void aPaymentIsAnsweredAtItsOwnRegisterOnly() {
        Till first = shop.till("R1").sells("gym").paysWith("cash");
        AttemptId attempt = first.attempt().id();
        Till second = shop.till("R2").sells("gym");
        second.answersAttempt(attempt, "amount", new Answer.Amount(Money.euro(1_000)));
        second.isRefused("attempt-elsewhere");
        second.answersAttempt(attempt, "amount", new Answer.Cancelled());
        second.isRefused("attempt-elsewhere");
        assertThat(shop.selling.dismiss(Shop.AINO, "R2", attempt)).isInstanceOf(Result.Refused.class);
        first.looks().isAsked("amount").enters(1_000).sees(1_000, 0);
    }

    @Test
    void cashIsNoMoreThanAnyDrawerHolds() {
        Till till = shop.till("R1").sells("gym").paysWith("cash").enters(Long.MAX_VALUE);
        till.isAsked("amount").sees(0, 1_000);
        till.enters(100_000_000).isAsked("amount");
        till.enters(99_999_999).sees(99_999_999, 0);
    }

    @Test
    void pressingTwiceBeginsOnce() {
        AttemptId attempt = new AttemptId("page-1");
        Till till = shop.till("R1").sells("gym").paysWith("wallet", attempt);
        till.paysWith("wallet", attempt).isAsked("scan");
        till.scans("pay:tx1:1000");
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000")).sees(1_000, 0);
        assertThat(till.sale().tenders()).hasSize(1);
        till.paysWith("wallet", attempt).sees(1_000, 0);
    }

    @Test
    void whatIsOverIsNeverChangeAndHasToBeConfirmed() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet").scans("pay:tx1:1200");
        till.isAsked("surplus").answers("surplus", new Answer.Confirmed()).sees(1_200, 300);
        assertThat(till.tender(0).surplus()).isEqualTo(Money.euro(200));
        assertThat(till.tender(0).change()).isEqualTo(Money.euro(0));
    }

    @Test
    void aTypedAmountNeedsThePermissionAReasonAndStaysBelowTheLimit() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        Answer typed = new Answer.Detoured("typed");
        till.as(Shop.EERO).answers("scan", typed, Optional.of("camera broken")).isRefused("attest-forbidden");
        till.answers("scan", typed, Optional.of(" ")).isRefused("attest-reason");
        till.answers("scan", typed, Optional.of("camera broken"))
                .isAsked("amount")
                .enters(30_000)
                .seesProblem("attest-limit")
                .enters(1_000)
                .sees(1_000, 0);
        assertThat(till.tender(0).evidence()).isEqualTo(Evidence.ATTESTED);
        assertThat(till.tender(0).removable()).isTrue();
    }

    @Test
    void nothingIsSoldWhileAPaymentIsUnderWay() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.sells("drink").isRefused("payment-open");
        till.completes().isRefused("payment-open");
        till.answers("scan", new Answer.Cancelled())
                .seesNoModal()
                .sells("drink")
                .sees(0, 1_300);
    }

    @Test
    void afterACancelledSaleTheOneBeforeIsNotShownAsJustCompleted() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        till.completes();
        assertThat(till.looks().sale().state()).isEqualTo(SaleView.State.COMPLETED);
        till.sells("drink").cancels(Map.of());
        assertThat(till.looks().view().sale()).isEmpty();
    }

    @Test
    void aSaleIsNotCompletedBeforeItIsPaid() {
        shop.till("R1").sells("gym").completes().isRefused("sale-not-paid");
    }

    @Test
    void discountsAreSpreadAndNarrowWhatTheReceiptMayPay() {
        Till till = shop.till("R1").sells("gym", "drink").discounts(130);
        assertThat(till.button("wallet").eligible()).isEqualTo(Money.euro(900));
        assertThat(till.sale().lines().get(1).amount()).isEqualTo(Money.euro(270));
        till.discounts(9_999).isRefused("discount-invalid");
    }

    /** As the page does it: with what the view says was taken off the line before. */
    @Test
    void anotherQuantityTakesTheSalesDiscountOffOnce() {
        SaleView sale =
                shop.till("R1").sells("gym").discounts(100).view().sale().orElseThrow();
        for (long quantity = 2; quantity <= 4; quantity++) {
            LineView line = sale.lines().get(0);
            Result<RegisterView> changed =
                    shop.selling.changeLine(Shop.AINO, "R1", sale.id(), line.number(), quantity, line.ownDiscount());
            sale = ((Result.Ok<RegisterView>) changed).value().sale().orElseThrow();
            assertThat(sale.due()).isEqualTo(Money.euro(1_000 * quantity - 100));
        }
    }

    @Test
    void cashKeepsAwayFromTheLinesThatTheReceiptMayPay() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("cash").enters(300);
        assertThat(till.button("wallet").eligible()).isEqualTo(Money.euro(1_000));
        assertThat(till.sale().lines().get(1).paid()).isEqualTo(Money.euro(300));
    }

    @Test
    void linesThatAreePaidForCannotShrinkBelowThePayment() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet").scans("pay:tx1:1000");
        till.changesLine(1, 0, 0).isRefused("lines-paid");
        till.changesLine(2, 0, 0).sees(1_000, 0);
    }

    @Test
    void aNewLineNeverTakesThePlaceOfOneThatAReceiptMightHavePaid() {
        Till till = shop.till("R1").sells("gym", "massage").paysWith("wallet").scans("pay:tx1:1000");
        till.changesLine(2, 0, 0).sells("drink");
        assertThat(till.sale().lines()).extracting(LineView::number).containsExactly(1, 3);
        till.changesLine(1, 0, 0).isRefused("lines-paid");
    }

    @Test
    void cashCanBeTakenOutAgainAReceiptCannot() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("cash").enters(300);
        till.removes(till.tender(0).attempt()).sees(0, 1_300);
        till.paysWith("wallet").scans("pay:tx1:1000");
        till.removes(till.tender(0).attempt()).isRefused("tender-fixed");
    }

    @Test
    void ofTwoRegistersThatScanOneReceiptAtTheSameMomentOneTakesIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = "pay:race" + round + ":1000";
            Till one = shop.till("R1").sells("gym").paysWith("wallet");
            Till two = shop.till("R2").sells("gym").paysWith("wallet");
            CountDownLatch start = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                await(start);
                two.scans(code);
            });
            other.start();
            start.countDown();
            one.scans(code);
            other.join(10_000);
            int taken = one.looks().sale().tenders().size()
                    + two.looks().sale().tenders().size();
            assertThat(taken).isEqualTo(1);
            finish(one);
            finish(two);
        }
    }

    private static void finish(Till till) {
        if (till.view().attempt().isPresent()) {
            till.answers("scan", new Answer.Cancelled()).paysWith("cash").enters(1_000);
        }
        till.completes();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSaleInAnotherCurrencyIsNotOfferedToAMethodThatDoesNotTakeIt() {
        shop.ledger.books().write(tx -> {
            Money kronor = new Money(10_000, Currency.getInstance("SEK"));
            new ShopTable(tx).save(new Product("sek", "Swedish", "all", kronor, Set.of("liikunta"), true));
            return null;
        });
        Till till = shop.till("R1").sells("sek");
        assertThat(till.button("wallet").ready()).isFalse();
        assertThat(till.button("wallet").hint().code()).isEqualTo("hint.currency");
        till.sells("gym").isRefused("currency-mixed");
        till.changesLineIn("SEK", 1, 0).sells("gym").isRefused("currency-mixed");
        till.sells("sek");
        assertThat(till.button("cash").ready()).isTrue();
    }

    @Test
    void aSaleAsOldAsTheOneThatWasLookedAtIsAnother() {
        Till till = shop.till("R1").sells("gym");
        SaleId first = till.sale().id();
        shop.books.meanwhile(() -> shop.till("R1").cancels(Map.of()).sells("gym"));
        till.paysWith("wallet").isRefused("sale-not-open");
        assertThat(till.looks().sale().id()).isNotEqualTo(first);
        till.seesNoModal().paysWith("wallet").scans("pay:tx1:1000").completes();
    }

    private long answersStored() {
        return shop.ledger
                .books()
                .read(tx -> tx.row("SELECT COUNT(*) AS n FROM till_answer", row -> row.number("n")))
                .orElseThrow();
    }
}
