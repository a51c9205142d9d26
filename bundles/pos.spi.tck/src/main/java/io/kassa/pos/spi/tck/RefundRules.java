package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R1, R2 and R4: how much goes back, how often, and that asking starts nothing. */
abstract class RefundRules extends SecrecyRules {

    @Test
    void R1_fullRefund_givesBackWhatWasTendered() {
        RecordedPayment payment = till.payment(amount(1000));
        assertRefunds(till.refund(payment, amount(1000)));
        assertEquals(amount(1000), refunded(), "R1: paid back at the provider");
    }

    @Test
    void R1_partialRefunds_addUp() {
        RecordedPayment payment = till.payment(amount(1000));
        assertRefunds(till.refund(payment, amount(600)));
        assertEquals(amount(600), refunded(), "R1: paid back at the provider");
        assertRefunds(till.refund(withRefunded(payment, amount(600)), amount(400)));
        assertEquals(amount(1000), refunded(), "R1: paid back at the provider");
    }

    @Test
    void R1_booksThatMissedARefund_neverGiveBackMoreThanTendered() {
        RecordedPayment payment = till.payment(amount(1000));
        assertRefunds(till.refund(payment, amount(600)));
        Walk<RefundOutcome> walk = till.refund(till.refund(payment, amount(1000)), List.of());
        assertFalse(refunded().isMoreThan(amount(1000)), () -> "R1: tendered 1000, paid back " + refunded());
        assertFalse(walk.end().orElse(null) instanceof RefundOutcome.Refunded, "R1: said to be refunded in full again");
    }

    @Test
    void R2_sameAttemptTwice_refundsOnce() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        assertRefunds(request);
        assertRefunds(request);
        assertEquals(amount(400), refunded(), "R2: paid back by one attempt");
    }

    @Test
    void R2_answerLost_repeatedAtOnce_refundsOnce() {
        assertRefundsOnceWhenRepeatedAfter(Duration.ofSeconds(5));
    }

    @Test
    void R2_answerLost_repeatedAfterDays_refundsOnce() {
        assertRefundsOnceWhenRepeatedAfter(Duration.ofDays(3));
    }

    @Test
    void R2_requestLost_thenRepeated_refundsAtMostOnce() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        trouble(Trouble.TRANSFERS_LOST);
        till.refund(request, List.of());
        RefundOutcome last = repeatInGoodTimes(request);
        Money expected = amount(last instanceof RefundOutcome.Refunded ? 400 : 0);
        assertEquals(
                expected,
                refunded(),
                "R2: paid back, when the attempt ended " + last.getClass().getSimpleName());
    }

    @Test
    void R2_otherRefundUnderWay_isRefused() {
        RecordedPayment payment = till.payment(amount(1000));
        RefundRequest first = till.refund(payment, amount(400));
        trouble(Trouble.TRANSFERS_LOST);
        boolean open = till.refund(first, List.of()).outcome() instanceof RefundOutcome.Unknown;
        bench.trouble(Trouble.NONE);
        assumeTrue(open, "Not tested: the plug-in knew the end of the lost refund");
        Walk<RefundOutcome> second = till.refund(till.refund(payment, amount(400)), List.of());
        assertFalse(
                second.end().orElse(null) instanceof RefundOutcome.Refunded,
                "R2: refunded while another refund is open");
        assertEquals(amount(0), refunded(), "R2: sent while another refund of the payment is open");
    }

    @Test
    void R2_booksThatCannotBeWritten_refundNothing() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        Money before = refunded();
        var readOnly = new TroubledBooks(till.books, TroubledBooks.Kind.READ_ONLY);
        try {
            till.refund(till.method(readOnly), request, List.of());
        } catch (LedgerUnavailableException allowed) {
            // The host tells people; what counts is what was sent.
        }
        assertEquals(before, refunded(), "R2: sent without an intent in the books");
    }

    @Test
    void R2_anotherHostSends_thisOneDoesNot() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        Money before = refunded();
        var elsewhere = new TroubledBooks(till.books, TroubledBooks.Kind.SENT_ELSEWHERE);
        Walk<RefundOutcome> walk = till.refund(till.method(elsewhere), request, List.of());
        assertEquals(before, refunded(), "R2: sent beside another host");
        assertInstanceOf(RefundOutcome.Unknown.class, walk.outcome(), "R2: nobody knows yet how the other host fares");
    }

    @Test
    void R4_inquiringAboutAPayment_startsNothing() {
        var request = till.sale(amount(1000));
        bench.answersThatPay(amount(1000));
        till.method().inquire(request);
        assertEquals(Set.of(), till.books.claims(request.attempt()), "R4: claimed by inquiring");
        bench.charged().ifPresent(charged -> assertEquals(amount(0), charged, "R4: charged by inquiring"));
    }

    @Test
    void R4_inquiringAboutARefund_startsNothing() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        RefundOutcome outcome = till.method().inquire(request);
        assertInstanceOf(RefundOutcome.Cancelled.class, outcome, "R4: nothing was sent");
        assertEquals(Set.of(), till.books.intents(), "R4: an intent opened by inquiring");
        assertEquals(amount(0), refunded(), "R4: paid back by inquiring");
    }

    @Test
    void R4_inquiringAboutALostRefund_sendsNothing() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        trouble(Trouble.TRANSFERS_LOST);
        till.refund(request, List.of());
        bench.trouble(Trouble.NONE);
        RefundOutcome outcome = till.method().inquire(request);
        assertEquals(amount(0), refunded(), "R4: paid back by inquiring");
        assertFalse(outcome instanceof RefundOutcome.Refunded, "R4: said to be refunded, and nothing was paid back");
    }

    @Test
    void R4_inquiringAfterTheAnswerWasLost_sendsNothing() {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        trouble(Trouble.TRANSFER_ANSWERS_LOST);
        till.refund(request, List.of());
        bench.trouble(Trouble.NONE);
        RefundOutcome outcome = till.method().inquire(request);
        assertDidNotDeny(outcome);
        assertEquals(amount(400), refunded(), "R4: paid back by inquiring");
    }

    /** The machine went down before the answer came; the host calls again with what it has stored. */
    private void assertRefundsOnceWhenRepeatedAfter(Duration outage) {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(400));
        trouble(Trouble.TRANSFER_ANSWERS_LOST);
        till.refund(request, List.of());
        assertEquals(amount(400), refunded(), "This bench was to refund, and to lose the answer");
        bench.trouble(Trouble.NONE);
        till.clock.move(outage);
        RefundOutcome outcome = till.refund(request, List.of()).outcome();
        assertEquals(amount(400), refunded(), "R2: paid back by one attempt");
        assertDidNotDeny(outcome);
    }

    static void assertDidNotDeny(RefundOutcome outcome) {
        assertFalse(
                outcome instanceof RefundOutcome.Declined || outcome instanceof RefundOutcome.Cancelled,
                () -> "The money went back, and the plug-in says that it did not: "
                        + outcome.getClass().getSimpleName());
    }

    /** The provider works again: the host inquires, and if that does not settle it calls again, all on new instances. */
    private RefundOutcome repeatInGoodTimes(RefundRequest request) {
        bench.trouble(Trouble.NONE);
        till.clock.move(Duration.ofMinutes(5));
        RefundOutcome inquired = till.stored(request, till.method().inquire(request));
        return inquired instanceof RefundOutcome.Unknown
                ? till.refund(request, List.of()).outcome()
                : inquired;
    }

    final void assertRefunds(RefundRequest request) {
        PaymentMethod method = till.method();
        RefundOutcome outcome = till.refund(method, request, List.of()).outcome();
        assertEquals(
                request.amount(),
                assertInstanceOf(RefundOutcome.Refunded.class, outcome).amount(),
                "What went back is exactly what was requested");
    }

    /** A payment in the books that a person vouched for. */
    final RecordedPayment attested() {
        PaymentRequest request = till.sale(amount(1000));
        List<Answer> script = known(bench.answersThatAttest(amount(1000)), "no payment is made on a person's word");
        PaymentOutcome.Paid paid = till.paid(request, script);
        return till.recorded(request, paid, Optional.empty(), Evidence.ATTESTED);
    }

    static RecordedPayment withRefunded(RecordedPayment payment, Money refunded) {
        return new RecordedPayment(
                payment.attempt(),
                payment.sale(),
                payment.tendered(),
                payment.applied(),
                refunded,
                payment.reference(),
                payment.evidence(),
                payment.paidAt(),
                payment.particulars());
    }
}
