package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.receipt.ReceiptReader;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Smartum as a till sees it. Keeps no session: everything is in the request, the answers, the ledger and the provider. */
public final class SmartumMethod implements PaymentMethod {
    private final MethodInfo info;
    private final Paying paying;
    private final Refunding refunding;
    private final RefundFollowUp followUp;
    private final Comparing comparing;

    public SmartumMethod(Settings settings, SmartumApi api, PaymentLedger ledger, Say say, Clock clock) {
        this(settings, settings.reader(), api, ledger, say, clock);
    }

    /** @param reader what it takes for a receipt */
    public SmartumMethod(
            Settings settings, ReceiptReader reader, SmartumApi api, PaymentLedger ledger, Say say, Clock clock) {
        Smartum smartum = new Smartum(settings, reader, api, ledger, say, clock);
        this.info = new MethodInfo(
                settings.methodId(),
                say.message("method.name", settings.name()),
                settings.timing().patience(),
                false,
                settings.label().isPresent(),
                Set.of(Money.EURO),
                settings.acceptUntil(),
                Optional.of(settings.scheme()));
        this.paying = new Paying(smartum);
        this.refunding = new Refunding(smartum);
        this.followUp = new RefundFollowUp(smartum);
        this.comparing = new Comparing(smartum);
    }

    @Override
    public MethodInfo info() {
        return info;
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return paying.start(request);
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        return refunding.start(request);
    }

    /** The customer pays in the app, before the till knows: an attempt here moves no money. */
    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return new PaymentOutcome.Cancelled();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return followUp.inquire(same);
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        return comparing.verify(payment, typed);
    }
}
