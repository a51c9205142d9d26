package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A payment that cannot be booked holds up neither its register nor its receipt when the cashier gives it up. */
class GivingUpTest extends OpenShop {

    private static final PaymentReference TX1 = new PaymentReference(ScriptedWallet.SCHEME, "tx1");

    @Test
    void whatAMethodSaysAtOnceAndCannotBeBookedIsReadByTheCashierAndGivenUp() {
        shop.wallet.atOnce = tooMuch();
        Till till = shop.till("R1").sells("gym").paysWith("wallet").seesProblem("method-wrong");
        assertThat(till.attempt().step()).isEmpty();
        assertThat(till.attempt().waiting()).isTrue();
        givesUp(till);
        Guidance read = till.attempt().ended().orElseThrow();
        assertThat(read.reason()).isEqualTo("method-wrong");
        assertThat(Stream.of("en", "fi", "sv").map(Locale::new))
                .allSatisfy(language -> assertThat(Stream.of(read.happened(), read.money(), read.next())
                                .map(part -> part.in(language)))
                        .doesNotContain("")
                        .doesNotHaveDuplicates());
        assertThat(read.happened().in(Locale.ENGLISH)).contains("an amount that this sale cannot take");
        assertThat(read.next().in(Locale.ENGLISH)).startsWith("Cancel this payment, take another method");
        till.sees(0, 1_000).paysWith("card").enters(1_000).sees(1_000, 0).completes();
    }

    @Test
    void aMethodThatAnswersGivingUpWithWhatCannotBeBookedHoldsUpNoRegister() {
        shop.wallet.givenUp = tooMuch();
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        till.answers("scan", new Answer.Cancelled());
        assertThat(till.attempt().ended().map(Guidance::reason)).contains("method-wrong");
        till.paysWith("card").enters(1_000).sees(1_000, 0);
    }

    @Test
    void itIsAskedAboutLaterAndItsCaseEndsWithTheAnswer() {
        shop.wallet.atOnce = tooMuch();
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        givesUp(till);
        Worklist.Case one = shop.receipts.worklist().cases().get(0);
        assertThat(one.sale()).isEqualTo(till.sale().id());
        assertThat(one.guidance().reason()).isEqualTo("method-wrong");
        assertThat(one.nextInquiry()).contains(shop.clock.instant().plusSeconds(2));
        isAsked(new PaymentOutcome.Cancelled());
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        till.looks().seesNoModal().sees(0, 1_000);
    }

    @Test
    void itsReceiptIsFreeAtOnceAndPaysAnotherSaleOnly() {
        shop.wallet.atOnce = tooMuch();
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        givesUp(till);
        shop.wallet.atOnce = request -> Optional.empty();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
        isAsked(new PaymentOutcome.Paid(
                Money.euro(1_000), Money.euro(1_000), Optional.of(TX1), shop.wallet.evidence, Map.of(), List.of()));
        till.looks().sees(0, 1_000);
        assertThat(shop.receipts.worklist().cases()).singleElement().satisfies(one -> {
            assertThat(one.attempt()).isEqualTo(attempt);
            assertThat(one.guidance().reason()).isEqualTo("payment-late-used");
        });
    }

    @Test
    void aReceiptThatCouldNotBeBookedIsNotUsedUpByTheNextOne() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.wallet.bent = paid -> new PaymentOutcome.Paid(
                Money.euro(5_000),
                Money.euro(5_000),
                paid.reference(),
                paid.evidence(),
                paid.particulars(),
                paid.receiptLines());
        till.scans("pay:tx1:1000").seesProblem("method-wrong").isAsked("scan").sees(0, 1_000);
        shop.wallet.bent = UnaryOperator.identity();
        till.scans("pay:tx2:1000").sees(1_000, 0);
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptWhoseBookingTheDiskRefusedCanBeScannedElsewhere() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.books.fail(FailingBooks.Failure.UNAVAILABLE, 1);
        // nobody looks at the register meanwhile: that would tell the stored answer again
        Result<RegisterView> refused = shop.selling.answer(
                Shop.AINO, "R1", till.attempt().id(), "scan", new Answer.Scanned("pay:tx1:1000"), Optional.empty());
        assertThat(((Result.Refused<RegisterView>) refused).guidance().reason()).isEqualTo("books-away");
        assertThat(shop.ledger.claims().holder(TX1)).isEmpty();
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
        // what is told again meets the receipt's new owner, and is taken back
        till.looks().seesProblem("used").isAsked("scan").sees(0, 1_000);
        till.scans("pay:tx2:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptWhoseBookingTheDiskRefusedCanBeScannedAgain() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(FailingBooks.Failure.UNAVAILABLE, 1);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000")).isRefused("books-away");
        // looking has told the stored answer again; the second scan finds it booked
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"))
                .seesNoModal()
                .sees(1_000, 0);
        assertThat(till.sale().tenders()).hasSize(1);
    }

    private Function<PaymentRequest, Optional<PaymentOutcome>> tooMuch() {
        return request -> Optional.of(shop.wallet.paid(request, "tx1", 5_000, 5_000));
    }

    private static void givesUp(Till till) {
        till.answersAttempt(till.attempt().id(), "", new Answer.Cancelled());
    }

    private void isAsked(PaymentOutcome outcome) {
        shop.wallet.paymentInquiries.add(outcome);
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(shop.wallet.calls).contains("inquire payment");
    }
}
