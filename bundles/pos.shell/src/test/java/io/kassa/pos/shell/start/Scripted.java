package io.kassa.pos.shell.start;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A plug-in that asks for a code and a confirmation, and remembers what it was told and when. */
final class Scripted implements PaymentMethod {

    static final String ID = "voucher";
    static final String SCHEME = "voucher:https://one.example";

    /** What it was told, as {@code code@time}; a confirmation as {@code yes@time}. */
    final List<String> told = new ArrayList<>();

    private final String id;
    boolean filtered;
    Duration patience = Duration.ofSeconds(2);
    Function<PaymentRequest, PaymentOutcome> ends = this::paid;
    Function<RefundRequest, RefundOutcome> refunds = Scripted::refunded;
    Function<PaymentRequest, PaymentOutcome> paymentInquiry = request -> new PaymentOutcome.Cancelled();
    Function<RefundRequest, RefundOutcome> inquiry = request -> new RefundOutcome.Cancelled();
    Runnable meanwhile = () -> {};
    Runnable whenLookedAt = () -> {};
    String firstStep = "scan";
    private String code = "";

    Scripted() {
        this(ID);
    }

    Scripted(String id) {
        this.id = id;
    }

    static Message text(String text) {
        return new Message("test", List.of(), Map.of("en", text));
    }

    static Guidance why(String text) {
        return new Guidance(text(text), text("Nothing was booked."), text("Again."));
    }

    PaymentOutcome paid(PaymentRequest request) {
        return new PaymentOutcome.Paid(
                request.eligible(),
                request.eligible(),
                Optional.of(new PaymentReference(SCHEME, code)),
                Evidence.CONFIRMED,
                Map.of("place", "here"),
                List.of(text("Voucher " + code)));
    }

    static RefundOutcome refunded(RefundRequest request) {
        return new RefundOutcome.Refunded(
                request.amount(), request.payment().reference(), Evidence.CONFIRMED, List.of());
    }

    @Override
    public MethodInfo info() {
        whenLookedAt.run();
        return new MethodInfo(
                id,
                text("Voucher"),
                patience,
                false,
                filtered,
                Set.of(Money.EURO),
                Optional.empty(),
                Optional.of(SCHEME));
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return scan(request);
    }

    private Turn.Ask<PaymentOutcome> scan(PaymentRequest request) {
        Step step = new Step.ScanCode(firstStep, text("Scan the voucher"), text("It is on paper."));
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Scanned scanned)) {
                return new Turn.Done<>(new PaymentOutcome.Cancelled());
            }
            hears(scanned.code(), at);
            code = scanned.code();
            return code.startsWith("bad") ? scan(request).refusing(why("Not a voucher.")) : confirm(request);
        });
    }

    private Turn<PaymentOutcome> confirm(PaymentRequest request) {
        Step step = new Step.Confirm("accept", text("Take it?"), List.of(), text("Take"));
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Confirmed)) {
                return new Turn.Done<>(new PaymentOutcome.Cancelled());
            }
            hears("yes", at);
            return new Turn.Done<>(ends.apply(request));
        });
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        Step step = new Step.Confirm("refund", text("Give it back?"), List.of(), text("Give back"));
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Confirmed)) {
                return new Turn.Done<>(new RefundOutcome.Cancelled());
            }
            hears("refund " + request.attempt(), at);
            return new Turn.Done<>(refunds.apply(request));
        });
    }

    private void hears(String what, Instant at) {
        told.add(what + "@" + at);
        meanwhile.run();
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return paymentInquiry.apply(same);
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return inquiry.apply(same);
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        throw new UnsupportedOperationException("this host never verifies");
    }

    static AttemptId somebody() {
        return new AttemptId("somebody-else");
    }
}
