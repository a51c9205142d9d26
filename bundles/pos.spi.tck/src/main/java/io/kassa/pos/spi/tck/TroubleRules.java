package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** P6 and P7: a provider that does not answer. */
abstract class TroubleRules extends RepeatingRules {

    /** What a busy machine may add to a plug-in's own patience. */
    private static final Duration MARGIN = Duration.ofMillis(700);

    @Test
    void P6_unansweredRefund_thatWasDone_isUnknown() {
        assertUnanswered(Trouble.TRANSFER_ANSWERS_LOST);
    }

    @Test
    void P6_unansweredRefund_thatWasNotDone_isUnknown() {
        assertUnanswered(Trouble.TRANSFERS_LOST);
    }

    @Test
    void P6_unansweredCharge_thatWasDone_isUnknown() {
        PaymentRequest request = till.sale(amount(1000));
        assertUnansweredCharge(request, Trouble.TRANSFER_ANSWERS_LOST);
        bench.trouble(Trouble.NONE);
        PaymentOutcome inquired = till.method().inquire(request);
        assertFalse(
                inquired instanceof PaymentOutcome.Declined || inquired instanceof PaymentOutcome.Cancelled,
                "P6: charged, and the plug-in says that it was not");
    }

    @Test
    void P6_unansweredCharge_thatWasNotDone_isUnknown() {
        assertUnansweredCharge(till.sale(amount(1000)), Trouble.TRANSFERS_LOST);
    }

    @Test
    void P6_unansweredRead_whilePaying_isNeverUnknown() {
        List<Answer> script = bench.answersThatPay(amount(1000));
        trouble(Trouble.READS_UNANSWERED);
        Walk<PaymentOutcome> walk = till.pay(till.sale(amount(1000)), script);
        assertFalse(
                walk.end().orElse(null) instanceof PaymentOutcome.Unknown,
                "P6: no request that can move money was sent");
    }

    @Test
    void P6_unansweredRead_whileRefunding_isNeverUnknown() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(1000));
        trouble(Trouble.READS_UNANSWERED);
        Walk<RefundOutcome> walk = till.refund(request, List.of());
        assertFalse(
                walk.end().orElse(null) instanceof RefundOutcome.Unknown,
                "P6: no request that can move money was lost");
    }

    @Test
    void P6_unansweredRead_whileVerifying_isUnanswered() {
        RecordedPayment payment = till.payment(amount(1000));
        trouble(Trouble.READS_UNANSWERED);
        Verification result = till.method().verify(payment, Optional.empty());
        assertInstanceOf(Verification.Unanswered.class, result, "P6: the provider said nothing");
    }

    @Test
    void P7_silentProvider_noCallOutlastsPatience() {
        assertPatience(Trouble.SILENT);
    }

    @Test
    void P7_drippingProvider_noCallOutlastsPatience() {
        assertPatience(Trouble.DRIPPING);
    }

    private void assertUnansweredCharge(PaymentRequest request, Trouble kind) {
        known(bench.charged(), "paying moves no money at the provider");
        List<Answer> script = bench.answersThatPay(amount(1000));
        trouble(kind);
        PaymentOutcome outcome = till.pay(request, script).outcome();
        if (outcome instanceof PaymentOutcome.Paid paid) {
            assertEquals(bench.charged(), Optional.of(paid.tendered()), "P6: said to be paid");
        } else {
            assertInstanceOf(PaymentOutcome.Unknown.class, outcome, "P6: a charge was sent and not answered");
        }
    }

    /** Allowed beside Unknown: that the plug-in found out by asking. Never allowed: saying that it was not refunded. */
    private void assertUnanswered(Trouble kind) {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(1000));
        trouble(kind);
        RefundOutcome outcome = till.refund(request, List.of()).outcome();
        if (outcome instanceof RefundOutcome.Refunded) {
            assertEquals(amount(1000), refunded(), "P6: said to be refunded");
        } else {
            assertInstanceOf(RefundOutcome.Unknown.class, outcome, "P6: a refund was sent and not answered");
        }
    }

    private void assertPatience(Trouble kind) {
        RecordedPayment payment = till.payment(amount(1000));
        PaymentRequest sale = till.sale(amount(1000));
        RefundRequest refund = till.refund(payment, amount(1000));
        List<Answer> script = bench.answersThatPay(amount(1000));
        PaymentMethod method = till.method();
        Duration patience = method.info().patience();
        trouble(kind);
        payWithin(patience, method, sale, script);
        within(patience, "inquire about a payment", () -> method.inquire(sale));
        within(patience, "inquire about a refund", () -> method.inquire(refund));
        within(patience, "verify", () -> method.verify(payment, Optional.empty()));
        within(patience, "refund", () -> method.refund(refund));
        within(patience, "inquire about a refund that was begun", () -> method.inquire(refund));
        bench.selfTest().ifPresent(test -> within(patience, "the self test", test::run));
    }

    /** Each call on its own: paying, and then every answer. */
    private void payWithin(Duration patience, PaymentMethod method, PaymentRequest sale, List<Answer> script) {
        var cashier = new ScriptedCashier(till.clock);
        Turn<PaymentOutcome> turn = within(patience, "pay", () -> method.pay(sale));
        List<Answer> left = script;
        boolean answered = true;
        for (int answers = 0; answered && answers < 50; answers++) {
            Turn<PaymentOutcome> before = turn;
            List<Answer> rest = left;
            Walk<PaymentOutcome> walk = within(patience, "an answer", () -> cashier.walk(before, rest, 1));
            answered = !walk.given().isEmpty();
            left = walk.left(rest);
            turn = walk.turn();
        }
    }

    private static <T> T within(Duration patience, String call, ThrowingSupplier<T> running) {
        return assertTimeoutPreemptively(
                patience.plus(MARGIN), running, "P7: " + call + " outlasts the patience of the method");
    }
}
