package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The other example: the money moves because the till demands it, from a card that lies on a reader. */
class ChargingMethod extends VoucherMethod {

    ChargingMethod(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
        super(provider, ledger, clock);
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        var step = new Step.Confirm("card", Say.text("card"), List.of(), Say.text("charge"));
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> answer instanceof Answer.Confirmed ? charge(request) : cancelled("card"));
    }

    Turn<PaymentOutcome> charge(PaymentRequest request) {
        try {
            Voucher charged = provider.charge(request.eligible(), key(request), request.startedAt(), deadline());
            return take(request, charged, Evidence.CONFIRMED);
        } catch (VoucherProvider.NoAnswer mayHaveMoved) {
            return new Turn.Done<>(unknown());
        }
    }

    String key(PaymentRequest request) {
        return request.attempt().value();
    }

    PaymentOutcome unknown() {
        return new PaymentOutcome.Unknown(Say.why("charge.unknown"));
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        try {
            return provider.charge(key(same), deadline())
                    .map(charged -> take(same, charged, Evidence.CONFIRMED))
                    .map(turn -> ((Turn.Done<PaymentOutcome>) turn).outcome())
                    .orElseGet(PaymentOutcome.Cancelled::new);
        } catch (VoucherProvider.NoAnswer askAgain) {
            return unknown();
        }
    }
}
