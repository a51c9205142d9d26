package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R6: the configuration that took a payment is gone, and another of the same scheme looks after what it left. */
abstract class SchemeRules extends RefundRules {

    @Test
    void R6_references_areOfTheSchemeThatIsNamed() {
        String scheme = known(till.method().info().scheme(), "the method looks after its own payments only");
        PaymentRequest request = till.sale(amount(1000));
        PaymentOutcome.Paid paid = till.paid(request, bench.answersThatPay(amount(1000)));
        PaymentReference made = known(paid.reference(), "payments have no reference");
        assertEquals(scheme, made.scheme(), "R6: the scheme of the references that it makes");
    }

    @Test
    void R6_paymentOfAnotherConfiguration_isRefunded() {
        PaymentMethod other = other();
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        RefundOutcome outcome = till.refund(other, request, List.of()).outcome();
        assertInstanceOf(RefundOutcome.Refunded.class, outcome, "R6: the payment of a configuration that is gone");
        assertEquals(amount(400), refunded(), "R6: paid back at the provider");
    }

    @Test
    void R6_paymentOfAnotherConfiguration_notScanned_isRefunded() {
        PaymentMethod other = other();
        String id = known(bench.idOfPaymentNotScanned(amount(1000)), "no payment is made without a scan");
        RefundRequest request = till.refund(attested(), amount(1000));
        RefundOutcome outcome =
                till.refund(other, request, List.of(new Answer.Text(id))).outcome();
        assertInstanceOf(RefundOutcome.Refunded.class, outcome, "R6: the payment of a configuration that is gone");
        assertEquals(amount(1000), refunded(), "R6: paid back at the provider");
    }

    @Test
    void R6_paymentOfAnotherConfiguration_isVerified() {
        PaymentMethod other = other();
        RecordedPayment payment = till.payment(amount(1000));
        known(payment.reference(), "payments have no reference");
        Verification result = other.verify(payment, Optional.empty());
        assertInstanceOf(Verification.Confirmed.class, result, "R6: the payment of a configuration that is gone");
    }

    @Test
    void R6_refundThatAnotherConfigurationBegan_endsThere_once() {
        PaymentMethod other = other();
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        trouble(Trouble.TRANSFER_ANSWERS_LOST);
        till.refund(request, List.of());
        assertEquals(amount(400), refunded(), "This bench was to refund, and to lose the answer");
        bench.trouble(Trouble.NONE);
        till.clock.move(Duration.ofMinutes(5));
        RefundOutcome inquired = till.stored(request, other.inquire(request));
        assertDidNotDeny(inquired);
        if (inquired instanceof RefundOutcome.Unknown) {
            assertDidNotDeny(till.refund(other, request, List.of()).outcome());
        }
        assertEquals(amount(400), refunded(), "R6: paid back by one attempt, which two configurations served");
    }

    @Test
    void R6_refundThatAnotherConfigurationLost_isSentAtMostOnce() {
        PaymentMethod other = other();
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        trouble(Trouble.TRANSFERS_LOST);
        till.refund(request, List.of());
        bench.trouble(Trouble.NONE);
        till.clock.move(Duration.ofMinutes(5));
        RefundOutcome last = till.refund(other, request, List.of()).outcome();
        boolean said = last instanceof RefundOutcome.Refunded;
        assertEquals(amount(said ? 400 : 0), refunded(), () -> "R6: paid back, when the attempt ended " + last);
    }

    /** The same account, configured again under another method id. */
    private PaymentMethod other() {
        String scheme = known(till.method().info().scheme(), "the method looks after its own payments only");
        PaymentMethod other =
                known(bench.otherConfiguration(till.books, till.clock), "one account is configured only once");
        assumeTrue(other.info().speaks(scheme), "Not tested: the other configuration speaks another scheme");
        return other;
    }
}
