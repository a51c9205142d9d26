package io.kassa.smartum.plugin;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.receipt.KnownAnswer;
import io.kassa.smartum.plugin.settings.Timing;
import io.kassa.smartum.plugin.text.Say;
import java.time.Duration;
import java.time.Instant;

/**
 * Goes once through what a scan needs, in the background, so that the first customer waits no longer than the next: a fresh
 * JVM takes a dozen times as long. Ends with an access token in hand; moves no money and claims nothing.
 */
final class WarmUp implements Runnable {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final int SCANS = 120;

    private final PaymentMethod method;
    private final SmartumApi api;
    private final Say say;
    private final Timing timing;

    WarmUp(PaymentMethod method, SmartumApi api, Say say, Timing timing) {
        this.method = method;
        this.api = api;
        this.say = say;
        this.timing = timing;
    }

    @Override
    public void run() {
        KnownAnswer.load().warmUp(AT_MOST);
        if (!Thread.currentThread().isInterrupted()) {
            api.venues(timing.exchange());
            api.authenticate(timing.exchange());
        }
        for (int scan = 0; scan < SCANS && !Thread.currentThread().isInterrupted(); scan++) {
            talk(new Answer.Scanned("warm-up"));
            // an amount that a person vouches for has no receipt: the whole conversation, and nothing to claim at its
            // end
            talk(new Answer.Detoured("enter-number"), new Answer.Amount(Money.euro(1)));
        }
    }

    private void talk(Answer... answers) {
        PaymentRequest request = new PaymentRequest(
                new AttemptId("warm-up"), new SaleId("warm-up"), Money.euro(1), Money.euro(1), Instant.EPOCH);
        Turn<PaymentOutcome> turn = method.pay(request);
        for (Answer answer : answers) {
            if (turn instanceof Turn.Ask<PaymentOutcome> ask) {
                turn = ask.answer(answer, Instant.EPOCH);
            }
        }
        // how languages write amounts and times is loaded when it is first needed
        say.message("step.accept.confirm", Money.euro(1));
        say.message("step.accept.old", Instant.EPOCH);
    }
}
