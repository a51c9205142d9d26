package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.tck.Walk;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The configuration that took a payment is gone; another, of another venue and benefit, looks after it (rule R6). */
class OtherConfigurationTest {
    private static final String OTHER_VENUE = "ven_AAAAAAAAAAAAAAAA";

    private final Counter counter = new Counter();

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void everyConfigurationOfOneAddressSpeaksTheSameScheme() {
        String scheme = counter.method().info().scheme().orElseThrow();
        assertThat(scheme).isEqualTo("smartum:" + counter.bench.sandbox.root());
        otherConfiguration();
        assertThat(counter.method().info().speaks(scheme)).isTrue();
        counter.with("smartumUrl", "https://api.smartum.fi");
        assertThat(counter.method().info().speaks(scheme)).isFalse();
    }

    @Test
    void aScannedPaymentGoesBackToTheVenueThatTookIt() {
        RecordedPayment payment = counter.payment("S");
        otherConfiguration();
        assertThat(counter.refunds(counter.refund(payment, 1000)).outcome()).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(counter.refunded()).isEqualTo(1000);
    }

    @Test
    void theTransactionOfATypedPaymentIsComparedWithTheVenueThatTookIt() {
        RecordedPayment payment = counter.typedPayment("S");
        var receipt = counter.bench.sandbox.pay(Sandbox.KAISLA, SandboxBench.BENEFIT, 1000);
        otherConfiguration();
        assertThat(counter.method().verify(payment, Optional.of(receipt.id())))
                .isInstanceOf(Verification.Confirmed.class);
        Walk<RefundOutcome> walk = counter.refunds(counter.refund(payment, 1000), new Answer.Text(receipt.id()));
        assertThat(walk.outcome()).isInstanceOf(RefundOutcome.Refunded.class);
    }

    @Test
    void aRefundThatTheOldOneSentEndsHereOnce() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        assertThat(counter.refunds(request).outcome()).isInstanceOf(RefundOutcome.Unknown.class);
        otherConfiguration();
        assertThat(counter.method().inquire(request)).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(counter.sent(Target.REFUND)).isEqualTo(1);
    }

    @Test
    void whatTheSameClientLostIsSentAgainWithTheSameKey() {
        RefundRequest request = counter.refund(counter.payment("S"), 400);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.Reset(), 1);
        counter.refunds(request);
        otherConfiguration();
        counter.clock.move(Duration.ofMinutes(2));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @Test
    void whatAnotherClientBeganIsOnlyAskedAbout() {
        RecordedPayment payment = counter.payment("S");
        RefundRequest request = counter.refund(payment, 400);
        Map<String, String> seen = Map.of("refunded-before", "0", "client", "another");
        counter.books.intend(payment.reference().orElseThrow(), request.attempt(), request.sale(), seen);
        counter.clock.move(Duration.ofMinutes(2));
        assertThat(counter.refunds(request).outcome()).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(counter.sent(Target.REFUND)).isZero();
    }

    @Test
    void aRefundThatSmartumRefusesSaysWhoseCredentialsItTakes() {
        var elsewhere = counter.bench.sandbox.issue(Special.OTHER_VENUE, Sandbox.KAISLA, SandboxBench.BENEFIT, 1000);
        RecordedPayment payment = at(venueOf(elsewhere.id()), counter.typedPayment("S"));
        Guidance guidance = counter.refunds(counter.refund(payment, 1000), new Answer.Text(elsewhere.id()))
                .refusal()
                .orElseThrow();
        assertThat(guidance.reason()).isEqualTo("refund.wrong-venue");
        assertThat(guidance.next().texts().get("en")).contains("any method id");
        assertThat(counter.refunded()).isZero();
    }

    @Test
    void whatSmartumKeepsFromItIsSaidInWordsAndNotDenied() {
        counter.with("contractFile", "venue-hidden.properties");
        RecordedPayment payment = at(OTHER_VENUE, counter.typedPayment("S"));
        String hidden = "tx_0000000000000000";
        assertThat(counter.refunds(counter.refund(payment, 1000), new Answer.Text(hidden))
                        .refusal()
                        .map(Guidance::reason))
                .contains("refund.wrong-venue");
        assertThat(counter.method().verify(payment, Optional.of(hidden)))
                .isInstanceOfSatisfying(
                        Verification.Unanswered.class,
                        unanswered -> assertThat(unanswered.guidance().reason()).isEqualTo("verify.not-shown"));
    }

    @Test
    void whatSmartumPretendsNotToKnowIsSaidInWordsAndNotDenied() {
        RecordedPayment payment = counter.payment("S");
        Trouble denied = new Trouble.Refusal(404, "unknown_transaction", 0);
        otherConfiguration();
        counter.ledger = new ElsewhereFirst(
                counter.books,
                ElsewhereFirst.Call.INTEND,
                () -> counter.bench.sandbox.troubles().set(Target.LOOK_UP, denied));
        assertThat(reason(counter.refund(payment, 300)))
                .as("hidden after the intent was opened")
                .isEqualTo("refund.wrong-venue");
        assertThat(reason(counter.refund(payment, 400))).isEqualTo("refund.wrong-venue");
        assertThat(counter.method().verify(payment, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verification.Unanswered.class,
                        unanswered -> assertThat(unanswered.guidance().reason()).isEqualTo("verify.not-shown"));
        assertThat(counter.sent(Target.REFUND)).isZero();
    }

    @Test
    void whatSmartumDoesNotKnowOfItsOwnVenueIsDenied() {
        RecordedPayment payment = counter.payment("S");
        counter.bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.Refusal(404, "unknown_transaction", 0));
        assertThat(counter.method().verify(payment, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verification.Contradicted.class,
                        contradicted ->
                                assertThat(contradicted.guidance().reason()).isEqualTo("verify.unknown"));
        assertThat(reason(counter.refund(payment, 400))).isEqualTo("refund.payment-unknown");
    }

    private String reason(RefundRequest request) {
        return counter.refunds(request).refusal().map(Guidance::reason).orElseThrow();
    }

    private String venueOf(String transaction) {
        return counter.bench.sandbox.books().payments().stream()
                .filter(payment -> payment.id().equals(transaction))
                .map(payment -> payment.order().venue())
                .findFirst()
                .orElseThrow();
    }

    private void otherConfiguration() {
        counter.with("methodId", "smartum-2")
                .with("smartumVenueId", OTHER_VENUE)
                .with("smartumBenefitType", "lunch");
    }

    private static RecordedPayment at(String venue, RecordedPayment payment) {
        Map<String, String> particulars = new HashMap<>(payment.particulars());
        particulars.put("venue", venue);
        return new RecordedPayment(
                payment.attempt(),
                payment.sale(),
                payment.tendered(),
                payment.applied(),
                Money.euro(0),
                payment.reference(),
                payment.evidence(),
                payment.paidAt(),
                particulars);
    }
}
