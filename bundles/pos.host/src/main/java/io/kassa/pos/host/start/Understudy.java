package io.kassa.pos.host.start;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.PaymentLedger;
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
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands in for a payment method with receipts while the till rehearses: takes any code as the id of a receipt of nobody's. */
final class Understudy implements PaymentMethod {

    static final String ID = "understudy";
    static final String STEP = "scan";

    private static final Message WORDS =
            new Message("rehearsal", List.of(), Map.of("en", "Rehearsal", "fi", "Harjoitus", "sv", "Repetition"));

    private final PaymentLedger ledger;

    Understudy(PaymentLedger ledger) {
        this.ledger = ledger;
    }

    ProductLabelFilter filter() {
        return labels -> !labels.isEmpty();
    }

    @Override
    public MethodInfo info() {
        return new MethodInfo(
                ID, WORDS, Duration.ofSeconds(10), false, true, Set.of(), Optional.empty(), Optional.of(ID));
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return new Turn.Ask<>(
                new Step.ScanCode(STEP, WORDS, WORDS),
                Optional.empty(),
                List.of(new Detour("enter-number", WORDS, true)),
                (answer, at) -> new Turn.Done<>(
                        answer instanceof Answer.Scanned scanned
                                ? paid(request, new PaymentReference(ID, scanned.code()))
                                : new PaymentOutcome.Cancelled()));
    }

    private PaymentOutcome paid(PaymentRequest request, PaymentReference receipt) {
        if (ledger.holder(receipt).isPresent()
                || !(ledger.claim(receipt, request.attempt(), request.sale()) instanceof Claim.Granted)) {
            return new PaymentOutcome.Declined(new Guidance(WORDS, WORDS, WORDS));
        }
        return new PaymentOutcome.Paid(
                request.eligible(),
                request.eligible(),
                Optional.of(receipt),
                Evidence.SIGNED,
                Map.of("venue", ID),
                List.of(WORDS, WORDS));
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        return new Turn.Done<>(new RefundOutcome.Cancelled());
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return new PaymentOutcome.Cancelled();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return new RefundOutcome.Cancelled();
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        return new Verification.Unanswered(new Guidance(WORDS, WORDS, WORDS));
    }
}
