package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundOutcome.Refunded;
import io.kassa.pos.spi.payment.RefundOutcome.Unknown;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.tck.Walk;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.books.RefundWindow;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefundingTest {
    private final Counter counter = new Counter();

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aScannedPaymentGoesBackAfterOneConfirmation() {
        RefundRequest request = counter.refund(counter.payment("S"), 1000);
        assertThat(((Turn.Ask<RefundOutcome>) counter.asks(request)).step()).isInstanceOf(Step.Confirm.class);
        Walk<RefundOutcome> walk = counter.refunds(request);
        assertThat(walk.given()).hasSize(1);
        assertThat(walk.outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.refunded()).isEqualTo(1000);
    }

    @Test
    void theWindowIsKnownBeforeAnythingIsAskedOrSent() {
        RecordedPayment payment = counter.payment("S");
        counter.with("refundWindow", "SAME_DAY");
        counter.clock.move(Duration.ofDays(1));
        long calls = counter.bench.sandbox.calls().size();
        Walk<RefundOutcome> walk = counter.refunds(counter.refund(payment, 1000));
        Guidance guidance = walk.refusal().orElseThrow();
        assertThat(guidance.reason()).isEqualTo("refund.window-closed");
        assertThat(guidance.next().in(Locale.ENGLISH)).contains("gift card", "customer service");
        assertThat(counter.bench.sandbox.calls()).hasSize((int) calls);
    }

    @Test
    void aWindowThatOnlyTheProviderKnowsIsToldInWords() {
        RecordedPayment payment = counter.payment("S");
        counter.bench.sandbox.books().window(RefundWindow.NEVER);
        assertThat(reason(counter.refunds(counter.refund(payment, 1000)))).isEqualTo("refund.closed-by-provider");
    }

    @Test
    void whileSmartumIsAwayNothingIsSentAndThatIsSaid() {
        RecordedPayment payment = counter.payment("S");
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        RefundRequest request = counter.refund(payment, 1000);
        assertThat(reason(counter.refunds(request))).isEqualTo("refund.unanswered");
        assertThat(counter.books.intents()).isEmpty();
        assertThat(counter.method().inquire(request)).isEqualTo(new RefundOutcome.Cancelled());
    }

    @Test
    void aLostAnswerIsNotKnownYetAndEndsRightWithoutASecondRefund() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.method().inquire(request)).isInstanceOf(Refunded.class);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(1);
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @Test
    void aProviderThatIgnoresKeysDoesNotRefundTwice() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.IgnoreIdempotencyKey());
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @Test
    void aProviderThatProcessesLateAndIgnoresKeysDoesNotRefundTwice() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        ignoringKeys(new Trouble.ProcessLate(1));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        counter.method().inquire(request);
        counter.refunds(request);
        assertThat(counter.sent(Target.REFUND))
                .as("while the first may still be on its way, nothing is sent")
                .isEqualTo(1);
        counter.awaitRefunded(400);
        counter.clock.move(Duration.ofMinutes(2));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.refunded()).isEqualTo(400);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(1);
    }

    @Test
    void aRequestThatNeverArrivedIsSentAgainAfterAMinuteWithTheSameKey() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Reset(), 1);
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        counter.clock.move(Duration.ofMinutes(1));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @Test
    void everyCopyHasAMinuteToArriveAndNotTheFirstAlone() {
        RefundRequest request = lostAndSentAgainLate();
        counter.refunds(request);
        counter.clock.move(Duration.ofSeconds(59));
        counter.refunds(request);
        endsOnce(request);
    }

    @Test
    void anotherHostKnowsWhenTheLastCopyLeft() {
        RefundRequest request = lostAndSentAgainLate();
        counter.ledger = counter.books.anotherHost();
        counter.refunds(request);
        endsOnce(request);
    }

    @Test
    void ofTwoHostsThatDecideAtTheSameMomentOneSends() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.ledger = new ElsewhereFirst(
                counter.books, ElsewhereFirst.Call.SENDING, () -> anotherHostSends(request.attempt()));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.sent(Target.REFUND)).as("the first copy").isZero();
        counter.clock.move(Duration.ofMinutes(2));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.sent(Target.REFUND)).as("the second copy").isZero();
    }

    private void anotherHostSends(AttemptId attempt) {
        Intent.Open decided = counter.books.intent(attempt).orElseThrow();
        assertThat(counter.books.anotherHost().sending(attempt, decided)).isTrue();
    }

    /** A power cut: the first copy never arrived, the second left after the start and is processed late, with no heed of keys. */
    private RefundRequest lostAndSentAgainLate() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        ignoringKeys(new Trouble.Reset());
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        counter.clock.move(Duration.ofMinutes(2));
        ignoringKeys(new Trouble.ProcessLate(1));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(2);
        return request;
    }

    private void ignoringKeys(Trouble next) {
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.IgnoreIdempotencyKey());
        counter.bench.sandbox.troubles().set(Target.REFUND, next, 1);
    }

    private void endsOnce(RefundRequest request) {
        assertThat(counter.sent(Target.REFUND)).as("before it is processed").isEqualTo(2);
        counter.awaitRefunded(400);
        counter.clock.move(Duration.ofMinutes(5));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(2);
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @Test
    void aRefusalOfASecondCopyIsNotTakenForOneOfTheRefund() {
        RecordedPayment payment = counter.payment("S");
        String id = payment.reference().orElseThrow().id();
        for (String code : List.of("already_refunded", "amount_exceeds_payment", "something_new")) {
            var sandbox = counter.bench.sandbox;
            sandbox.troubles()
                    .set(Target.REFUND, new Trouble.Refusal(code.equals("something_new") ? 409 : 422, code, 0), 1);
            AtomicBoolean first = new AtomicBoolean(true);
            sandbox.troubles().onChange(() -> {
                if (first.getAndSet(false)) {
                    sandbox.books().refundByService(id, 300);
                }
            });
            RefundRequest request = counter.refund(refunded(payment), 300);
            RefundOutcome outcome = counter.refunds(request).outcome();
            if (outcome instanceof Unknown) {
                assertThat(code).isEqualTo("something_new");
                outcome = counter.method().inquire(request);
            }
            assertThat(outcome).as(code).isInstanceOf(Refunded.class);
        }
        assertThat(counter.refunded()).isEqualTo(900);
    }

    /** The payment as the books have it when all that the provider returned is in them. */
    private RecordedPayment refunded(RecordedPayment payment) {
        return new RecordedPayment(
                payment.attempt(),
                payment.sale(),
                payment.tendered(),
                payment.applied(),
                Money.euro(counter.refunded()),
                payment.reference(),
                payment.evidence(),
                payment.paidAt(),
                payment.particulars());
    }

    @Test
    void anAnswerThatComesAfterItsQuestionWasGivenUpIsNotTakenForTheNext() {
        SmartumApi api = counter.bench.settings().api(counter.bench.secretSource());
        TransactionId first = new TransactionId(id(1000));
        TransactionId second = new TransactionId(id(700));
        assertThat(api.lookUp(first, Duration.ofSeconds(5))).isInstanceOf(ApiResult.Ok.class);
        counter.bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.AnswerLate(900), 1);
        assertThat(api.lookUp(first, Duration.ofMillis(300)))
                .isEqualTo(new ApiResult.NoAnswer<>(ApiResult.Silence.TIMEOUT));
        assertThat(api.lookUp(second, Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        ApiResult.Ok.class,
                        ok -> assertThat(((Transaction) ok.value()).id()).isEqualTo(second));
    }

    @Test
    void afterTheKeyIsForgottenItOnlyAsks() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Reset(), 1);
        counter.refunds(request);
        counter.clock.move(Duration.ofHours(25));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(1);
    }

    @Test
    void aTotalThatSomebodyElseChangedIsForAPerson() {
        RecordedPayment payment = counter.payment("S");
        RefundRequest request = counter.refund(payment, 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Reset(), 1);
        counter.refunds(request);
        counter.bench
                .sandbox
                .books()
                .refundByService(payment.reference().orElseThrow().id(), 300);
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.refunded()).isEqualTo(300);
    }

    @Test
    void aRefundThatSlippedInBeforeTheIntentStopsOurs() {
        RecordedPayment payment = counter.payment("S");
        String id = payment.reference().orElseThrow().id();
        counter.ledger = new ElsewhereFirst(
                counter.books,
                ElsewhereFirst.Call.INTEND,
                () -> counter.bench.sandbox.books().refundByService(id, 400));
        RefundRequest request = counter.refund(payment, 400);
        assertThat(reason(counter.refunds(request))).isEqualTo("refund.changed");
        assertThat(counter.sent(Target.REFUND)).isZero();
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @Test
    void withoutALookUpARefundIsSentOnceAndNeverAgain() {
        RecordedPayment payment = counter.payment("S");
        counter.with("contractFile", "no-lookup.properties");
        assertThat(counter.refunds(counter.refund(payment, 300)).outcome()).isInstanceOf(Refunded.class);
        RefundRequest lost = counter.refund(payment, 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Reset(), 1);
        assertThat(counter.refunds(lost).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.refunds(lost).outcome()).isInstanceOf(Unknown.class);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(2);
        assertThat(counter.refunded()).isEqualTo(300);
    }

    @Test
    void aProviderWithoutRefundsIsSaidInWords() {
        RecordedPayment payment = counter.payment("S");
        counter.with("contractFile", "no-refund.properties");
        assertThat(reason(counter.refunds(counter.refund(payment, 300)))).isEqualTo("refund.not-offered");
    }

    @Test
    void anotherRefundOfThePaymentWaits() {
        RecordedPayment payment = counter.payment("S");
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Reset(), 1);
        counter.refunds(counter.refund(payment, 400));
        assertThat(reason(counter.refunds(counter.refund(payment, 300)))).isEqualTo("refund.busy");
    }

    @Test
    void aRefundUnderWayIsFollowedUpAlsoWhenTheWindowHasClosedMeanwhile() {
        RefundRequest request = counter.with("refundWindow", "DAYS 1").refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        counter.refunds(request);
        counter.clock.move(Duration.ofDays(5));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(Refunded.class);
    }

    @Test
    void afterTheLastDayOfPaymentsRefundsGoOn() {
        RecordedPayment payment = counter.payment("S");
        counter.with("acceptUntil", "2026-01-31");
        assertThat(counter.refunds(counter.refund(payment, 1000)).outcome()).isInstanceOf(Refunded.class);
    }

    @Test
    void aPaymentOfAnotherAddressIsNotRefundedHere() {
        RecordedPayment payment = counter.payment("S");
        counter.with("smartumUrl", "https://api.smartum.fi");
        assertThat(reason(counter.refunds(counter.refund(payment, 1000)))).isEqualTo("refund.other-root");
    }

    @Test
    void whereverSmartumWantsToBeLeftAloneTheTillIsTold() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        counter.refunds(request);
        counter.bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.Status(503, 120));
        assertThat(counter.method().inquire(request))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.pause()).contains(Duration.ofMinutes(2)));
        assertThat(counter.method().verify(request.payment(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Verification.Unanswered.class,
                        unanswered -> assertThat(unanswered.pause()).contains(Duration.ofMinutes(2)));
        counter.bench.sandbox.troubles().clear();
        assertThat(counter.method().inquire(request)).isInstanceOf(Refunded.class);
    }

    @Test
    void whatIsSentAgainAndRefusedForNowIsPutOffAgain() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Status(429, 45));
        counter.refunds(request);
        counter.clock.move(Duration.ofMinutes(2));
        assertThat(counter.refunds(request).outcome())
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.pause()).contains(Duration.ofSeconds(45)));
        assertThat(counter.sent(Target.REFUND)).isEqualTo(2);
    }

    @Test
    void aPaymentIsRefundedUnderEachSpellingOfItsAddress() {
        String port = ":" + counter.bench.sandbox.root().getPort();
        RecordedPayment before =
                counter.with("smartumUrl", "http://localhost" + port).payment("S1");
        counter.with("smartumUrl", "http://127.0.0.1" + port + "/");
        assertThat(counter.refunds(counter.refund(before, 1000)).outcome()).isInstanceOf(Refunded.class);
        RecordedPayment older = rooted("http://LocalHost." + port, counter.payment("S2"));
        assertThat(counter.refunds(counter.refund(older, 1000)).outcome()).isInstanceOf(Refunded.class);
    }

    @Test
    void theCodeOfTheReceiptSaysWhichTransactionItIs() {
        RecordedPayment payment = counter.typedPayment("S");
        var receipt = counter.bench.sandbox.pay(Sandbox.KAISLA, SandboxBench.BENEFIT, 1000);
        Step.EnterText asked =
                (Step.EnterText) ((Turn.Ask<RefundOutcome>) counter.asks(counter.refund(payment, 1000))).step();
        assertThat(asked.maxLength()).isGreaterThan(receipt.text().length());
        Walk<RefundOutcome> walk = counter.refunds(counter.refund(payment, 1000), new Answer.Text(receipt.text()));
        assertThat(walk.outcome())
                .isInstanceOfSatisfying(
                        Refunded.class,
                        refunded -> assertThat(refunded.reference())
                                .hasValueSatisfying(
                                        reference -> assertThat(reference.id()).isEqualTo(receipt.id())));
    }

    @Test
    void aTypedPaymentAsksForItsTransactionId() {
        RecordedPayment payment = counter.typedPayment("S");
        assertThat(typed(payment, "hello")).isEqualTo("refund.id-form");
        assertThat(typed(payment, "tx_0000000000000000")).isEqualTo("refund.id-unknown");
        assertThat(typed(
                        payment,
                        counter.bench
                                .sandbox
                                .issue(Special.OTHER_VENUE, Sandbox.KAISLA, "exercise", 1000)
                                .id()))
                .isEqualTo("refund.id-other-venue");
        assertThat(typed(payment, id(999))).isEqualTo("refund.id-too-small");
        String used = counter.payment("S2").reference().orElseThrow().id();
        assertThat(typed(payment, used)).isEqualTo("refund.id-used");
        String other = counter.payment("S").reference().orElseThrow().id();
        assertThat(typed(payment, other)).isEqualTo("refund.id-used-here");
        assertThat(counter.refunded()).isZero();
        Walk<RefundOutcome> right =
                counter.refunds(counter.refund(payment, 1000), new Answer.Text(" " + id(1000) + "\n"));
        assertThat(right.outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.refunded()).isEqualTo(1000);
    }

    @Test
    void aReceiptThatIsScannedWhileItsTypedRefundWaitsForTheConfirmationStaysWithTheSaleItPays() {
        RecordedPayment payment = counter.typedPayment("S");
        var receipt = counter.bench.sandbox.pay(Sandbox.KAISLA, SandboxBench.BENEFIT, 1000);
        var id = (Turn.Ask<RefundOutcome>) counter.asks(counter.refund(payment, 1000));
        var confirmation = (Turn.Ask<RefundOutcome>) id.answer(new Answer.Text(receipt.id()), counter.clock.instant());
        assertThat(confirmation.step()).isInstanceOf(Step.Confirm.class);
        Counter.paid(counter.scans(counter.sale("S2"), receipt.text()));
        var end = (Turn.Done<RefundOutcome>) confirmation.answer(new Answer.Confirmed(), counter.clock.instant());
        assertThat(((RefundOutcome.Declined) end.outcome()).guidance().reason()).isEqualTo("refund.id-used");
        assertThat(counter.sent(Target.REFUND)).isZero();
    }

    @Test
    void aTypedIdOfAPaymentThatIsTooOldIsRefusedBeforeAnybodyConfirms() {
        counter.with("refundWindow", "SAME_DAY");
        RecordedPayment payment = counter.typedPayment("S");
        String old = counter.bench
                .sandbox
                .issue(Special.OLD, Sandbox.KAISLA, "exercise", 1000)
                .id();
        assertThat(typed(payment, old)).isEqualTo("refund.window-closed");
        assertThat(counter.sent(Target.REFUND)).isZero();
    }

    private String typed(RecordedPayment payment, String text) {
        return reason(counter.refunds(counter.refund(payment, 1000), new Answer.Text(text)));
    }

    private String id(long cents) {
        return counter.bench
                .sandbox
                .pay(Sandbox.KAISLA, SandboxBench.BENEFIT, cents)
                .id();
    }

    private static String reason(Walk<RefundOutcome> walk) {
        return walk.refusal().map(Guidance::reason).orElseThrow();
    }

    private static RecordedPayment rooted(String root, RecordedPayment payment) {
        Map<String, String> particulars = new HashMap<>(payment.particulars());
        particulars.put("root", root);
        return new RecordedPayment(
                payment.attempt(),
                payment.sale(),
                payment.tendered(),
                payment.applied(),
                payment.refunded(),
                payment.reference(),
                payment.evidence(),
                payment.paidAt(),
                particulars);
    }
}
