package io.kassa.smartum.plugin;

import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import java.util.Optional;
import java.util.function.Supplier;

/** A method, every call of which is a visit; so is every answer to a turn that it gave out. */
final class VisitedMethod implements PaymentMethod {
    private final PaymentMethod method;
    private final Visits visits;

    VisitedMethod(PaymentMethod method, Visits visits) {
        this.method = method;
        this.visits = visits;
    }

    @Override
    public MethodInfo info() {
        return method.info();
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return turn(() -> method.pay(request));
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        return turn(() -> method.refund(request));
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return visits.during(() -> method.inquire(same));
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return visits.during(() -> method.inquire(same));
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        return visits.during(() -> method.verify(payment, typed));
    }

    private <O> Turn<O> turn(Supplier<Turn<O>> visit) {
        Turn<O> turn = visits.during(visit);
        if (turn instanceof Turn.Ask<O> ask) {
            Turn.Continuation<O> next = ask.continuation();
            return new Turn.Ask<>(
                    ask.step(), ask.problem(), ask.detours(), (answer, at) -> turn(() -> next.answer(answer, at)));
        }
        return turn;
    }
}
