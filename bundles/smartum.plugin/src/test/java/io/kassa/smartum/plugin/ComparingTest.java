package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.payment.Verification.Confirmed;
import io.kassa.pos.spi.payment.Verification.Contradicted;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparingTest {
    private final Counter counter = new Counter();

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aPaymentCheckedOfflineIsConfirmedLater() {
        RecordedPayment payment = counter.payment("S");
        assertThat(verify(payment, Optional.empty()))
                .isInstanceOfSatisfying(
                        Confirmed.class,
                        confirmed -> assertThat(confirmed.reference())
                                .isEqualTo(payment.reference().orElseThrow()));
    }

    @Test
    void aPaymentThatWasCancelledOrReturnedMeanwhileIsForAPerson() {
        RecordedPayment cancelled = counter.payment("S1");
        counter.bench.sandbox.books().cancel(cancelled.reference().orElseThrow().id());
        assertThat(reason(verify(cancelled, Optional.empty()))).isEqualTo("verify.cancelled");
        RecordedPayment returned = counter.payment("S2");
        counter.bench
                .sandbox
                .books()
                .refundByService(returned.reference().orElseThrow().id(), 1);
        assertThat(reason(verify(returned, Optional.empty()))).isEqualTo("verify.refunded");
    }

    @Test
    void aTypedPaymentIsVerifiedByItsTransactionIdOrItsCode() {
        RecordedPayment payment = counter.typedPayment("S");
        String id = counter.bench.sandbox.pay(Sandbox.KAISLA, "exercise", 1000).id();
        assertThat(verify(payment, Optional.of(id)))
                .isInstanceOfSatisfying(
                        Confirmed.class,
                        confirmed -> assertThat(confirmed.reference())
                                .isEqualTo(new PaymentReference("smartum:" + counter.bench.sandbox.root(), id)));
        assertThat(verify(counter.typedPayment("S2"), Optional.of(counter.bench.code(1000))))
                .isInstanceOf(Confirmed.class);
    }

    @Test
    void aTypedIdThatDoesNotFitIsToldInWords() {
        RecordedPayment payment = counter.typedPayment("S");
        assertThat(reason(verify(payment, Optional.of("hello")))).isEqualTo("verify.id-form");
        assertThat(reason(verify(payment, Optional.of("tx_0000000000000000")))).isEqualTo("verify.id-unknown");
        String other = counter.bench
                .sandbox
                .issue(Special.OTHER_VENUE, Sandbox.KAISLA, "exercise", 1000)
                .id();
        assertThat(reason(verify(payment, Optional.of(other)))).isEqualTo("verify.other-venue");
        String small =
                counter.bench.sandbox.pay(Sandbox.KAISLA, "exercise", 900).id();
        Verification differs = verify(payment, Optional.of(small));
        assertThat(reason(differs)).isEqualTo("verify.other-amount");
        assertThat(((Contradicted) differs).guidance().happened().in(Locale.ENGLISH))
                .contains("€9.00")
                .contains("€10.00");
        String used = counter.payment("S2").reference().orElseThrow().id();
        assertThat(reason(verify(payment, Optional.of(used)))).isEqualTo("verify.used");
        String here = counter.payment("S").reference().orElseThrow().id();
        Guidance twice = ((Contradicted) verify(payment, Optional.of(here))).guidance();
        assertThat(twice.reason()).isEqualTo("verify.used-here");
        assertThat(twice.money().in(Locale.ENGLISH)).contains("for the other payment");
        assertThat(twice.next().in(Locale.ENGLISH)).contains("own id");
    }

    @Test
    void aTypedIdWhosePaymentWentBackIsNamedAndItsMoneyIsWithTheCustomer() {
        RecordedPayment refunded = counter.payment("S1");
        counter.refunds(counter.refund(refunded, 1000), new Answer.Confirmed());
        String id = refunded.reference().orElseThrow().id();
        Guidance guidance = ((Contradicted) verify(counter.typedPayment("S2"), Optional.of(id))).guidance();
        assertThat(guidance.reason()).isEqualTo("verify.used");
        assertThat(guidance.happened().in(Locale.ENGLISH)).contains(id).contains("S1");
        assertThat(guidance.money().in(Locale.ENGLISH))
                .isEqualTo("The money of this receipt went back to the customer in full.");
    }

    @Test
    void whileSmartumIsAwayItIsAskedAgain() {
        RecordedPayment payment = counter.payment("S");
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(verify(payment, Optional.empty())).isInstanceOf(Verification.Unanswered.class);
    }

    @Test
    void anotherIdThanTheBookedOneIsForAPerson() {
        RecordedPayment payment = counter.payment("S");
        String other =
                counter.bench.sandbox.pay(Sandbox.KAISLA, "exercise", 1000).id();
        assertThat(reason(verify(payment, Optional.of(other)))).isEqualTo("verify.other-id");
    }

    @Test
    void aPaymentOfAnotherAddressIsNotContradictedByThisOne() {
        RecordedPayment payment = counter.payment("S");
        counter.with("smartumUrl", "https://api.smartum.fi");
        assertThat(verify(payment, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verification.Unanswered.class,
                        unanswered -> assertThat(unanswered.guidance().reason()).isEqualTo("verify.other-root"));
    }

    private Verification verify(RecordedPayment payment, Optional<String> typed) {
        return counter.method().verify(payment, typed);
    }

    private static String reason(Verification verification) {
        if (verification instanceof Contradicted contradicted) {
            return contradicted.guidance().reason();
        }
        return ((Verification.Refused) verification).guidance().reason();
    }
}
