package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** P1 to P3: refusing, cancelling, amounts. */
abstract class PayingRules extends ContractBase {

    @Test
    void P1_refusedInput_isDeclinedOrAskedAgain_neverThrown() {
        assertAll(refusedAnswers().entrySet().stream()
                .map(each ->
                        () -> Refusals.of(each.getKey(), () -> till.pay(till.sale(amount(1000)), each.getValue()))));
    }

    @Test
    void P1_refusal_saysWhatHappenedWhereTheMoneyIsAndWhatToDo() {
        assertAll(refusedAnswers().entrySet().stream()
                .map(each -> () -> refusal(till.sale(amount(1000)), each.getValue())
                        .ifPresent(guidance -> Refusals.readable(each.getKey(), guidance))));
    }

    @Test
    void P1_rubbish_isDeclinedOrAskedAgain_neverThrown() {
        var inputs = new AtomicInteger();
        atEveryQuestion(amount(1000), (request, question) -> {
            for (Answer rubbish : Rubbish.answersTo(question.step(), currency())) {
                inputs.incrementAndGet();
                Refusals.of(
                        "rubbish at " + question.step().name(), () -> till.goOn(request, question, List.of(rubbish)));
            }
        });
        assumeTrue(inputs.get() > 0, "Not tested: paying takes no input");
    }

    @Test
    void P1_askedAgain_isTheSameStep() {
        List<Walk<PaymentOutcome>> askedAgain = refusedAnswers().values().stream()
                .flatMap(refused -> refusedWalk(till.sale(amount(1000)), refused).stream())
                .filter(walk -> walk.refused().isPresent())
                .toList();
        assumeFalse(askedAgain.isEmpty(), "Not tested: no refused input is asked for again");
        for (Walk<PaymentOutcome> walk : askedAgain) {
            Given refused = walk.refused().orElseThrow();
            assertTrue(
                    refused.answers(walk.question().step()),
                    () -> "P1: " + refused.step().name() + " was refused: " + walk);
        }
    }

    @Test
    void P1_askedAgain_takesGoodInput() {
        var asked = new AtomicInteger();
        refusedAnswers().forEach((name, refused) -> {
            PaymentRequest request = till.sale(amount(1000));
            refusedWalk(request, refused)
                    .filter(walk -> walk.end().isEmpty() && walk.given().isEmpty())
                    .ifPresent(walk -> {
                        asked.incrementAndGet();
                        List<Answer> good = bench.answersThatPay(amount(1000));
                        Walk<PaymentOutcome> on = till.goOn(request, walk.turn(), good);
                        assertInstanceOf(PaymentOutcome.Paid.class, on.outcome(), "P1: good input after " + name);
                    });
        });
        assumeTrue(asked.get() > 0, "Not tested: no refused input is asked for again at the first step");
    }

    @Test
    void P2_cancelAtAnyStep_endsCancelled_nothingClaimed() {
        var questions = new AtomicInteger();
        for (Money tendered : List.of(amount(1000), amount(1700))) {
            atEveryQuestion(tendered, (request, question) -> {
                questions.incrementAndGet();
                assertCancels(request, question, List.of(new Answer.Cancelled()));
            });
        }
        assumeTrue(questions.get() > 0, "Not tested: paying asks nothing");
    }

    @Test
    void P2_cancelAfterADetour_endsCancelled_nothingClaimed() {
        var detours = new AtomicInteger();
        atEveryQuestion(amount(1000), (request, question) -> {
            for (Detour detour : question.detours()) {
                detours.incrementAndGet();
                assertCancels(request, question, List.of(new Answer.Detoured(detour.id()), new Answer.Cancelled()));
            }
        });
        assumeTrue(detours.get() > 0, "Not tested: no step offers a detour");
    }

    @Test
    void P3_exactAmount_isWithinEligible() {
        assertAmounts(amount(1000), till.sale(amount(1000)));
    }

    @Test
    void P3_lessThanEligible_isWithinEligible() {
        assertAmounts(amount(600), till.sale(amount(1000)));
    }

    @Test
    void P3_eligibleLessThanDue_isWithinEligible() {
        assertAmounts(amount(1000), till.sale(amount(1300), amount(1000)));
    }

    @Test
    void P3_moreThanEligible_isWithinEligible() {
        PaymentRequest request = till.sale(amount(1300), amount(1000));
        Walk<PaymentOutcome> walk = till.pay(request, bench.answersThatPay(amount(1700)));
        assumeTrue(walk.refusal().isEmpty(), "Not tested: the method refuses more than is eligible");
        assertAmounts(amount(1700), request, assertInstanceOf(PaymentOutcome.Paid.class, walk.outcome()));
    }

    private void assertAmounts(Money tendered, PaymentRequest request) {
        assertAmounts(tendered, request, till.paid(request, bench.answersThatPay(tendered)));
    }

    private void assertAmounts(Money tendered, PaymentRequest request, PaymentOutcome.Paid paid) {
        Money given = bench.charged().orElse(tendered);
        assertEquals(given, paid.tendered(), "P3: tendered is what the customer gave");
        assertFalse(
                paid.applied().isMoreThan(request.eligible()),
                () -> "P3: applied " + paid.applied() + " of eligible " + request.eligible());
    }

    private void assertCancels(PaymentRequest request, Turn<PaymentOutcome> turn, List<Answer> script) {
        Optional<Money> before = bench.charged();
        Walk<PaymentOutcome> walk = new ScriptedCashier(till.clock).walk(turn, script);
        assertInstanceOf(PaymentOutcome.Cancelled.class, walk.outcome(), "P2: " + walk);
        assertEquals(Set.of(), till.books.claims(request.attempt()), "P2: claimed, though cancelled");
        assertEquals(before, bench.charged(), "P2: charged, though cancelled");
    }

    /** How refused answers end; empty when they end in an exception, which is for the test of P1 to say. */
    final Optional<Walk<PaymentOutcome>> refusedWalk(PaymentRequest request, List<Answer> refused) {
        try {
            return Optional.of(till.pay(request, refused));
        } catch (RuntimeException seenByP1) {
            return Optional.empty();
        }
    }

    final Optional<Guidance> refusal(PaymentRequest request, List<Answer> refused) {
        return refusedWalk(request, refused).flatMap(Walk::refusal);
    }

    private Map<String, List<Answer>> refusedAnswers() {
        Map<String, List<Answer>> refused = bench.answersThatAreRefused();
        assumeFalse(refused.isEmpty(), "Not tested: this bench knows no answers that are refused");
        return refused;
    }

    /** Pays again and again, each time one answer further, and shows the question that is open then. */
    private void atEveryQuestion(Money tendered, BiConsumer<PaymentRequest, Turn.Ask<PaymentOutcome>> act) {
        Turn<PaymentOutcome> turn;
        int answers = 0;
        do {
            PaymentRequest request = till.sale(amount(1000));
            turn = till.pay(request, bench.answersThatPay(tendered), answers++).turn();
            if (turn instanceof Turn.Ask<PaymentOutcome> ask && ask.problem().isEmpty()) {
                act.accept(request, ask);
            }
        } while (turn instanceof Turn.Ask<PaymentOutcome> ask && ask.problem().isEmpty() && answers < 50);
    }
}
