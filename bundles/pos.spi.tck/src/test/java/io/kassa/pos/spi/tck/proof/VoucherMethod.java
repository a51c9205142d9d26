package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.PaymentLedger;
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
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The example: a well behaved plug-in. The broken ones override a step each. */
class VoucherMethod implements PaymentMethod {

    final VoucherProvider provider;
    final PaymentLedger ledger;
    final Clock clock;

    VoucherMethod(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
        this.provider = provider;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public MethodInfo info() {
        Duration patience = Duration.ofMillis(100);
        return new MethodInfo(
                "voucher",
                Say.text("Voucher"),
                patience,
                false,
                true,
                Set.of(Money.EURO),
                Optional.empty(),
                Optional.of(Voucher.SCHEME));
    }

    VoucherProvider.Deadline deadline() {
        return new VoucherProvider.Deadline(Duration.ofMillis(5), Duration.ofMillis(5));
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return scan(request);
    }

    Turn.Ask<PaymentOutcome> scan(PaymentRequest request) {
        var step = new Step.ScanCode("scan", Say.text("scan"), Say.text("scan.help"));
        var detour = new Detour("amount", Say.text("amount"), true);
        return new Turn.Ask<>(step, Optional.empty(), List.of(detour), (answer, at) -> {
            if (answer instanceof Answer.Scanned scanned) {
                return scanned(request, scanned.code(), at);
            }
            return answer instanceof Answer.Detoured ? amount(request) : cancelled("scan");
        });
    }

    Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
        Optional<Voucher> read = Voucher.read(code);
        if (read.isEmpty()) {
            return refused(request, "voucher.unreadable");
        }
        Voucher voucher = read.get();
        if (expired(voucher, at)) {
            return refused(request, "voucher.expired");
        }
        if (heldByAnother(reference(voucher), request)) {
            return refused(request, "voucher.used");
        }
        Evidence evidence;
        try {
            if (provider.lookUp(voucher.id(), deadline()).isEmpty()) {
                return refused(request, "voucher.unknown");
            }
            evidence = Evidence.CONFIRMED;
        } catch (VoucherProvider.NoAnswer unanswered) {
            evidence = Evidence.SIGNED;
        }
        return voucher.amount().isMoreThan(request.eligible())
                ? surplus(request, voucher, evidence)
                : take(request, voucher, evidence);
    }

    PaymentReference reference(Voucher voucher) {
        return voucher.reference();
    }

    boolean expired(Voucher voucher, Instant at) {
        return at.isAfter(voucher.validUntil());
    }

    boolean heldByAnother(PaymentReference reference, PaymentRequest request) {
        return ledger.holder(reference)
                .filter(held -> !held.attempt().equals(request.attempt()))
                .isPresent();
    }

    Turn<PaymentOutcome> refused(PaymentRequest request, String reason) {
        return scan(request).refusing(Say.why(reason));
    }

    Turn<PaymentOutcome> surplus(PaymentRequest request, Voucher voucher, Evidence evidence) {
        var step = new Step.Confirm("surplus", Say.text("surplus"), List.of(), Say.text("confirm"));
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) ->
                        answer instanceof Answer.Confirmed ? take(request, voucher, evidence) : cancelled("surplus"));
    }

    /** The claim is the last act before the end. */
    Turn<PaymentOutcome> take(PaymentRequest request, Voucher voucher, Evidence evidence) {
        Claim claim = ledger.claim(reference(voucher), request.attempt(), request.sale());
        return claim instanceof Claim.Granted
                ? new Turn.Done<>(paid(request, voucher, evidence))
                : new Turn.Done<>(new PaymentOutcome.Declined(Say.why("voucher.used")));
    }

    PaymentOutcome.Paid paid(PaymentRequest request, Voucher voucher, Evidence evidence) {
        return booked(voucher.amount(), voucher.amount().atMost(request.eligible()), voucher, evidence);
    }

    final PaymentOutcome.Paid booked(Money tendered, Money applied, Voucher voucher, Evidence evidence) {
        return new PaymentOutcome.Paid(
                tendered, applied, Optional.of(reference(voucher)), evidence, particulars(voucher), List.of());
    }

    Map<String, String> particulars(Voucher voucher) {
        return Map.of("valid-until", voucher.validUntil().toString());
    }

    Turn.Ask<PaymentOutcome> amount(PaymentRequest request) {
        var step = new Step.EnterAmount("amount", Say.text("amount"), Say.text("amount.help"), Optional.empty());
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Amount typed)) {
                return cancelled("amount");
            }
            Money money = typed.money();
            boolean taken = money.currency().equals(request.due().currency())
                    && money.isPositive()
                    && !money.isMoreThan(request.eligible());
            return taken ? new Turn.Done<>(attested(money)) : amountRefused(request);
        });
    }

    Turn<PaymentOutcome> amountRefused(PaymentRequest request) {
        return amount(request).refusing(Say.why("amount.wrong"));
    }

    private static PaymentOutcome attested(Money money) {
        return new PaymentOutcome.Paid(money, money, Optional.empty(), Evidence.ATTESTED, Map.of(), List.of());
    }

    Turn<PaymentOutcome> cancelled(String step) {
        return new Turn.Done<>(new PaymentOutcome.Cancelled());
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        return refunds().refund(request);
    }

    VoucherRefunds refunds() {
        return new VoucherRefunds(provider, ledger, clock, deadline());
    }

    /** By this attempt no money moves: the customer paid at the provider, before. */
    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return new PaymentOutcome.Cancelled();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return refunds().inquire(same);
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        String id =
                typed.or(() -> payment.reference().map(PaymentReference::id)).orElse("");
        Optional<VoucherProvider.State> state;
        try {
            state = provider.lookUp(id, deadline());
        } catch (VoucherProvider.NoAnswer unanswered) {
            return unanswered();
        }
        if (state.isEmpty()) {
            return new Verification.Refused(Say.why("voucher.unknown"));
        }
        Voucher voucher = state.get().voucher();
        boolean same = voucher.amount().equals(payment.tendered()) && !heldByAnotherSale(voucher, payment.sale());
        return same
                ? new Verification.Confirmed(reference(voucher), particulars(voucher))
                : contradicted(voucher, Say.why("voucher.other"));
    }

    Verification unanswered() {
        return new Verification.Unanswered(Say.why("provider.silent"));
    }

    Verification contradicted(Voucher voucher, Guidance why) {
        return new Verification.Contradicted(Optional.of(reference(voucher)), why);
    }

    boolean heldByAnotherSale(Voucher voucher, SaleId sale) {
        return ledger.holder(reference(voucher))
                .filter(held -> !held.sale().equals(sale))
                .isPresent();
    }

    @Override
    public String toString() {
        return "Voucher";
    }
}
