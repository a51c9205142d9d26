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
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.receipt.KnownAnswer;
import io.kassa.smartum.plugin.payment.SmartumMethod;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.time.Duration;

/**
 * Goes some times through what a scan needs, in the background, so that the first customer waits no longer than the next: a fresh
 * JVM takes a dozen times as long. Pays with a receipt that is no shop's, on books that nobody keeps; moves no money, claims
 * nothing, and asks the provider for nothing but an access token, which it leaves in hand.
 */
final class WarmUp implements Runnable {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final int SCANS = 80;
    private static final Money AMOUNT = Money.euro(5000);

    private final Settings settings;
    private final SmartumApi api;
    private final Say say;
    private final Clock clock;
    private final Visits visits;

    WarmUp(Settings settings, SmartumApi api, Say say, Clock clock, Visits visits) {
        this.settings = settings;
        this.api = api;
        this.say = say;
        this.clock = clock;
        this.visits = visits;
    }

    @Override
    public void run() {
        KnownAnswer known = KnownAnswer.load();
        PaymentMethod method = method(known);
        long end = System.nanoTime() + AT_MOST.toNanos();
        for (int scan = 0; scan < SCANS && System.nanoTime() - end < 0 && !isStopped(); scan++) {
            pay(method, known.receipt());
            pay(method, "warm-up");
        }
        if (!isStopped()) {
            api.venues(settings.timing().exchange());
            api.authenticate(settings.timing().exchange());
        }
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    /** As the configured one, but for the receipts that it reads, and without asking the provider about them. */
    PaymentMethod method(KnownAnswer known) {
        SmartumApi silent = api.under(Contract.shipped().without(Term.LOOKUP_PATH));
        return new VisitedMethod(
                new SmartumMethod(settings, known.reader(), silent, new NoBooks(), say, clock), visits);
    }

    /** Returns where it ends, which is known for a known receipt. */
    static Turn<PaymentOutcome> pay(PaymentMethod method, String code) {
        PaymentRequest request =
                new PaymentRequest(new AttemptId("warm-up"), new SaleId("warm-up"), AMOUNT, AMOUNT, KnownAnswer.THEN);
        Turn<PaymentOutcome> turn = method.pay(request);
        return turn instanceof Turn.Ask<PaymentOutcome> ask
                ? ask.answer(new Answer.Scanned(code), KnownAnswer.THEN)
                : turn;
    }
}
