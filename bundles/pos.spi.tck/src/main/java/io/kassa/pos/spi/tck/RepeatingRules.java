package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** P4, P5 and P9: the same again, another sale, another instance, another place. */
abstract class RepeatingRules extends PayingRules {

    /** A restart takes seconds, a power cut over night takes longer. */
    private static final Duration OUTAGE = Duration.ofHours(12);

    @Test
    void P4_sameAttemptTwice_sameOutcome() {
        PaymentRequest request = till.sale(amount(1000));
        List<Answer> script = bench.answersThatPay(amount(1000));
        PaymentOutcome.Paid first = till.paid(request, script);
        PaymentOutcome.Paid second = till.paid(request, script);
        assertEquals(comparable(first), comparable(second), "P4: the same attempt with the same answers");
    }

    @Test
    void P4_sameAttemptTwice_chargesOnce() {
        Money before = known(bench.charged(), "paying moves no money at the provider");
        PaymentRequest request = till.sale(amount(1000));
        List<Answer> script = bench.answersThatPay(amount(1000));
        till.pay(request, script);
        till.pay(request, script);
        assertEquals(Optional.of(before.plus(amount(1000))), bench.charged(), "P4: charged by one attempt");
    }

    @Test
    void P4_replayedLater_isJudgedAsOfThen() {
        for (Money tendered : List.of(amount(1000), amount(1700))) {
            PaymentRequest request = till.sale(amount(1000));
            Walk<PaymentOutcome> first = till.pay(request, bench.answersThatPay(tendered));
            till.clock.move(OUTAGE);
            Walk<PaymentOutcome> second = till.resume(request, first.given(), List.of());
            assertEquals(
                    first.end().map(RepeatingRules::comparable),
                    second.end().map(RepeatingRules::comparable),
                    "P4: stored answers, replayed " + OUTAGE + " later");
            till.clock.move(OUTAGE.negated());
        }
    }

    @Test
    void P4_refusedTwice_sameReason() {
        bench.answersThatAreRefused().forEach((name, refused) -> {
            PaymentRequest request = till.sale(amount(1000));
            Optional<String> first = refusal(request, refused).map(Guidance::reason);
            Optional<String> second = refusal(request, refused).map(Guidance::reason);
            assertEquals(first, second, "P4: " + name);
        });
    }

    @Test
    void P5_usedReceipt_paysNoOtherSale() {
        Used used = used();
        Refusals.in(till.pay(till.sale(amount(1000)), used.script()), "P5: paid a second sale");
    }

    @Test
    void P5_usedReceipt_paysNotTwiceInOneSale() {
        Used used = used();
        Refusals.in(till.pay(till.again(used.request()), used.script()), "P5: paid twice in one sale");
    }

    @Test
    void P5_usedReceipt_paysNotInAnotherConfiguration() {
        Used used = used();
        PaymentMethod other =
                known(bench.otherConfiguration(till.books, till.clock), "this bench has one configuration only");
        Refusals.in(
                till.pay(other, till.sale(amount(1000)), used.script()),
                "P5: paid a second sale through another configuration of the same account");
    }

    @Test
    void P5_atTheSameMoment_paysOneSale() {
        Used used = used();
        var late = new TroubledBooks(till.books, TroubledBooks.Kind.LATE_LOOK);
        Refusals.in(
                till.pay(till.method(late), till.sale(amount(1000)), used.script()),
                "P5: claimed by another register a moment ago, and paid here too");
    }

    @Test
    void P5_paid_isClaimedInTheLedger() {
        Used used = paidOnce();
        Optional<AttemptId> holder = till.books.holder(used.reference()).map(Claim.Held::attempt);
        assertEquals(Optional.of(used.request().attempt()), holder, "P5: who holds the reference that paid");
    }

    @Test
    void P5_booksThatCannotBeWritten_payNothing() {
        paidOnce();
        var readOnly = new TroubledBooks(till.books, TroubledBooks.Kind.READ_ONLY);
        PaymentRequest request = till.sale(amount(1000));
        List<Answer> script = bench.answersThatPay(amount(1000));
        try {
            Walk<PaymentOutcome> walk = till.pay(till.method(readOnly), request, script);
            assertFalse(walk.end().orElse(null) instanceof PaymentOutcome.Paid, "P5: paid without a claim");
        } catch (LedgerUnavailableException allowed) {
            // The host tells people; nothing was paid.
        }
    }

    @Test
    void P9_anotherInstanceAtEveryStep_goesOn() {
        List.of(amount(1000), amount(1700)).forEach(this::takeOverAtEveryStep);
    }

    private void takeOverAtEveryStep(Money tendered) {
        for (int answers = 0; answers < 50; answers++) {
            PaymentRequest request = till.sale(amount(1000));
            List<Answer> script = bench.answersThatPay(tendered);
            Walk<PaymentOutcome> before = till.pay(request, script, answers);
            if (before.end().isPresent() || before.refusal().isPresent()) {
                assumeTrue(answers > 0, "Not tested: paying asks nothing");
                return;
            }
            Walk<PaymentOutcome> after = till.resume(request, before.given(), before.left(script));
            assertFalse(after.end().isEmpty(), () -> "P9: taken over by another instance: " + after);
            assertInstanceOf(PaymentOutcome.Paid.class, after.outcome(), "P9: taken over by another instance");
        }
    }

    @Test
    void P9_defaultLocaleAndZone_changeNothing() {
        PaymentRequest request = till.sale(amount(1000));
        List<Answer> script = bench.answersThatPay(amount(1000));
        PaymentOutcome here = till.pay(request, script).outcome();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            PaymentOutcome there = till.pay(request, script).outcome();
            assertEquals(comparable(here), comparable(there), "P9: with another default locale and zone");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** An outcome without what depends on the moment: whether the provider answered in time, or its signature had to do. */
    private static PaymentOutcome comparable(PaymentOutcome outcome) {
        return outcome instanceof PaymentOutcome.Paid paid && paid.evidence() == Evidence.CONFIRMED
                ? new PaymentOutcome.Paid(
                        paid.tendered(),
                        paid.applied(),
                        paid.reference(),
                        Evidence.SIGNED,
                        paid.particulars(),
                        paid.receiptLines())
                : outcome;
    }

    record Used(PaymentRequest request, List<Answer> script, PaymentReference reference) {}

    /** A receipt that has paid a sale, and that a customer can show again. */
    final Used used() {
        assumeTrue(bench.charged().isEmpty(), "Not tested: each payment is charged anew, so none can be shown again");
        return paidOnce();
    }

    private Used paidOnce() {
        PaymentRequest request = till.sale(amount(1000));
        List<Answer> script = bench.answersThatPay(amount(1000));
        PaymentOutcome.Paid paid = till.paid(request, script);
        return new Used(request, script, known(paid.reference(), "its payments carry no reference"));
    }
}
