package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.settings.SelfTest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** P8: what must not be seen. */
abstract class SecrecyRules extends TroubleRules {

    /** Shorter codes stand in other texts by chance. */
    private static final int TELLING = 12;

    private final Set<String> codes = new HashSet<>();

    @Test
    void P8_scannedCode_isInNoTextMessageOrLog() {
        String seen = useEverything();
        assumeFalse(codes.isEmpty(), "Not tested: no code is scanned");
        for (String code : codes) {
            assertFalse(seen.contains(code), "P8: a scanned code was printed, logged or put into a message");
        }
    }

    @Test
    void P8_secret_isInNoTextMessageOrLog() {
        assumeFalse(bench.secrets().isEmpty(), "Not tested: the settings hold no secrets");
        String seen = useEverything();
        for (String secret : bench.secrets()) {
            assertFalse(
                    seen.contains(secret), "P8: a secret of the settings was printed, logged or put into a message");
        }
    }

    /** Pays, is refused, refunds, inquires, verifies, all in good times and in bad; and returns all that could be seen. */
    private String useEverything() {
        try (var overheard = new Overheard()) {
            use(overheard);
            for (Trouble trouble : List.of(
                    Trouble.SILENT, Trouble.READS_UNANSWERED, Trouble.TRANSFERS_LOST, Trouble.TRANSFER_ANSWERS_LOST)) {
                pay(overheard, bench.answersThatPay(amount(1000)), trouble);
                refund(overheard, trouble);
            }
            bench.logged().forEach(overheard::add);
            return overheard.text();
        }
    }

    private void use(Overheard overheard) {
        PaymentMethod method = till.method();
        overheard.add(method);
        overheard.add(method.info());
        bench.answersThatAreRefused().values().forEach(refused -> pay(overheard, refused, Trouble.NONE));
        List<Answer> good = bench.answersThatPay(amount(1000));
        pay(overheard, good, Trouble.NONE);
        pay(overheard, good, Trouble.NONE);
        payWithRubbish(overheard);
        refund(overheard, Trouble.NONE);
        bench.selfTest().map(SelfTest::run).ifPresent(overheard::add);
    }

    private void payWithRubbish(Overheard overheard) {
        PaymentRequest request = till.sale(amount(1000));
        if (till.method().pay(request) instanceof Turn.Ask<PaymentOutcome> ask && ask.step() instanceof Step.ScanCode) {
            for (Answer rubbish : Rubbish.answersTo(ask.step(), currency())) {
                pay(overheard, List.of(rubbish), Trouble.NONE);
            }
            codes.add(Rubbish.MARK);
        }
    }

    private void refund(Overheard overheard, Trouble trouble) {
        RefundRequest request = till.refund(till.payment(amount(1000)), amount(1000));
        bench.trouble(trouble);
        PaymentMethod method = till.method();
        overheard.add(method.refund(request));
        overheard.add(method.inquire(request));
        overheard.add(method.verify(request.payment(), Optional.empty()));
        bench.trouble(Trouble.NONE);
    }

    private void pay(Overheard overheard, List<Answer> script, Trouble trouble) {
        for (Answer answer : script) {
            if (answer instanceof Answer.Scanned scanned && scanned.code().length() >= TELLING) {
                codes.add(scanned.code());
            }
        }
        bench.trouble(trouble);
        PaymentRequest request = till.sale(amount(1000));
        try {
            for (int answers = 0; answers <= script.size(); answers++) {
                Turn<PaymentOutcome> turn = till.pay(request, script, answers).turn();
                overheard.add(turn);
                if (turn instanceof Turn.Done<PaymentOutcome> done
                        && done.outcome() instanceof PaymentOutcome.Paid paid) {
                    paid.reference().ifPresent(reference -> codes.remove(reference.id()));
                }
            }
        } catch (RuntimeException thrown) {
            overheard.add(thrown);
        } finally {
            bench.trouble(Trouble.NONE);
        }
    }
}
