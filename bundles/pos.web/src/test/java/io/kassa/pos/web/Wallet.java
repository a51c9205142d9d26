package io.kassa.pos.web;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A wallet whose receipts read {@code pay:ID:CENTS:SEAL}; {@code lost} instead of {@code pay} gets no answer of its provider. */
final class Wallet implements PaymentMethod {

    static final String ID = "wallet";
    static final Message TEXT = new Message("wallet", List.of(), Map.of("en", "Wallet"));
    static final Guidance WHY = new Guidance(TEXT, TEXT, TEXT);
    static final String SCHEME = "wallet:https://wallet.example";
    static final MethodInfo INFO = new MethodInfo(
            ID, TEXT, Duration.ofSeconds(10), false, false, Set.of(Money.EURO), Optional.empty(), Optional.of(SCHEME));

    /** What the provider says of a refund, and of one that it was asked before. */
    Optional<RefundOutcome> refund = Optional.empty();

    /** What it says of a payment that was lost. */
    PaymentOutcome lost = new PaymentOutcome.Cancelled();

    @Override
    public MethodInfo info() {
        return INFO;
    }

    static PaymentOutcome paid(String id, Money money, Evidence evidence) {
        Optional<PaymentReference> reference =
                Optional.of(id).filter(known -> !known.isEmpty()).map(known -> new PaymentReference(SCHEME, known));
        return new PaymentOutcome.Paid(money, money, reference, evidence, Map.of(), List.of());
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        Step step = new Step.ScanCode("scan", TEXT, TEXT);
        return new Turn.Ask<>(step, Optional.empty(), List.of(new Detour("typed", TEXT, true)), (answer, at) -> {
            if (answer instanceof Answer.Scanned scanned) {
                String[] parts = scanned.code().split(":");
                return new Turn.Done<>(
                        parts[0].equals("lost")
                                ? new PaymentOutcome.Unknown(WHY)
                                : paid(parts[1], Money.euro(Long.parseLong(parts[2])), Evidence.SIGNED));
            }
            return answer instanceof Answer.Detoured ? typed() : new Turn.Done<>(new PaymentOutcome.Cancelled());
        });
    }

    private static Turn<PaymentOutcome> typed() {
        Step step = new Step.EnterAmount("amount", TEXT, TEXT, Optional.empty());
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> new Turn.Done<>(
                        answer instanceof Answer.Amount amount
                                ? paid("", amount.money(), Evidence.ATTESTED)
                                : new PaymentOutcome.Cancelled()));
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        Optional<PaymentReference> known = request.payment().reference();
        if (known.isPresent()) {
            return new Turn.Done<>(refunded(request, known));
        }
        Step step = new Step.ScanCode("scan", TEXT, TEXT);
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> new Turn.Done<>(
                        answer instanceof Answer.Scanned scanned
                                ? refunded(
                                        request,
                                        Optional.of(new PaymentReference(
                                                SCHEME, scanned.code().split(":")[1])))
                                : new RefundOutcome.Cancelled()));
    }

    private RefundOutcome refunded(RefundRequest request, Optional<PaymentReference> reference) {
        return refund.orElseGet(
                () -> new RefundOutcome.Refunded(request.amount(), reference, Evidence.CONFIRMED, List.of()));
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return lost;
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return refunded(same, same.payment().reference());
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        PaymentReference reference = typed.map(id -> new PaymentReference(SCHEME, id))
                .or(payment::reference)
                .orElseThrow();
        return new Verification.Confirmed(reference, Map.of());
    }
}
