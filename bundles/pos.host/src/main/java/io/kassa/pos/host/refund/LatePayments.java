package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.PaymentBooking;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.spi.payment.PaymentOutcome;
import java.util.Optional;

/** Payments whose end was not known: what is learned later is booked where it still can be. */
final class LatePayments {

    private final Desk desk;
    private final PaymentBooking booking;

    LatePayments(Desk desk) {
        this.desk = desk;
        this.booking = new PaymentBooking(desk);
    }

    void inquire(Attempt attempt) {
        Optional<Offered> offered = desk.methods().find(attempt.method());
        if (offered.isEmpty() || attempt.state() != Attempt.State.UNKNOWN) {
            return;
        }
        Called<PaymentOutcome> called = desk.patience()
                .call(
                        offered.get().info().patience(),
                        () -> offered.get().service().inquire(attempt.request()));
        if (called instanceof Called.Answered<PaymentOutcome> answered
                && !(answered.value() instanceof PaymentOutcome.Unknown)) {
            booking.late(attempt, answered.value());
            desk.changes().register(attempt.register());
            desk.changes().worklist();
        }
    }
}
