package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.Endings;
import io.kassa.pos.host.attempt.PaymentBooking;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.events.Stopwatch;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.spi.payment.PaymentOutcome;
import java.time.Duration;
import java.util.Optional;

/** Payments whose end was not known: what is learned later is booked where it still can be. */
final class LatePayments {

    private final Desk desk;
    private final PaymentBooking booking;
    private final Endings endings;

    LatePayments(Desk desk) {
        this.desk = desk;
        this.booking = new PaymentBooking(desk);
        this.endings = new Endings(desk);
    }

    /** @return how long the provider wants to be left alone */
    Optional<Duration> inquire(Attempt attempt) {
        Optional<Offered> offered = desk.methods().find(attempt.origin());
        if (offered.isEmpty() || attempt.state() != Attempt.State.UNKNOWN) {
            return Optional.empty();
        }
        Stopwatch since = new Stopwatch();
        Called<PaymentOutcome> called = desk.patience()
                .call(
                        offered.get().info().patience(),
                        () -> offered.get().service().inquire(attempt.request()));
        Optional<PaymentOutcome> outcome = called instanceof Called.Answered<PaymentOutcome> answered
                ? Optional.of(answered.value())
                : Optional.empty();
        Optional<PaymentOutcome> known = outcome.filter(one -> !(one instanceof PaymentOutcome.Unknown));
        known.ifPresent(one -> booking.late(attempt, one));
        endings.paymentInquiry(attempt, outcome, since.read());
        if (known.isPresent()) {
            desk.changes().register(attempt.register());
            desk.changes().worklist();
        }
        return outcome.flatMap(
                one -> one instanceof PaymentOutcome.Unknown unknown ? unknown.pause() : Optional.<Duration>empty());
    }
}
