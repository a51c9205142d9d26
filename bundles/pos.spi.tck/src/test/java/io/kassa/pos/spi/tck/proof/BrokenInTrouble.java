package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.method;
import static io.kassa.pos.spi.tck.proof.Broken.refunds;
import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Methods that break P6 to P8. */
final class BrokenInTrouble {

    private BrokenInTrouble() {}

    static List<Broken<PaymentBench>> all() {
        return List.of(
                refunds(
                        "declines a refund that was not answered",
                        Denying::new,
                        "P6_unansweredRefund_thatWasDone_isUnknown",
                        "P6_unansweredRefund_thatWasNotDone_isUnknown",
                        "R2_anotherHostSends_thisOneDoesNot"),
                thing(
                        "declines a charge that was not answered",
                        () -> new ChargingBench(DenyingCharge::new),
                        "P6_unansweredCharge_thatWasDone_isUnknown",
                        "P6_unansweredCharge_thatWasNotDone_isUnknown"),
                method(
                        "does not know when a look-up fails",
                        Unsure::new,
                        "P6_unansweredRead_whilePaying_isNeverUnknown"),
                refunds(
                        "does not know a refund that was never sent",
                        UnsureRefunds::new,
                        "P6_unansweredRead_whileRefunding_isNeverUnknown"),
                method("takes silence for a no", Accusing::new, "P6_unansweredRead_whileVerifying_isUnanswered"),
                method(
                        "waits as long as the provider likes",
                        (provider, ledger, clock) ->
                                new Patient(provider, ledger, clock, Duration.ofMillis(1000), Duration.ofMillis(1000)),
                        "P7_silentProvider_noCallOutlastsPatience",
                        "P7_drippingProvider_noCallOutlastsPatience"),
                method(
                        "waits for the first byte only",
                        (provider, ledger, clock) ->
                                new Patient(provider, ledger, clock, Duration.ofMillis(20), Duration.ofMillis(1000)),
                        "P7_drippingProvider_noCallOutlastsPatience"),
                method("logs what it scans", Logging::new, "P8_scannedCode_isInNoTextMessageOrLog"),
                method("prints what it scans", Printing::new, "P8_scannedCode_isInNoTextMessageOrLog"),
                method("repeats what it could not read", Repeating::new, "P8_scannedCode_isInNoTextMessageOrLog"),
                method("keeps the code in what it asks next", Keeping::new, "P8_scannedCode_isInNoTextMessageOrLog"),
                method("shows its settings", Showing::new, "P8_secret_isInNoTextMessageOrLog"));
    }

    private static final class Denying extends VoucherRefunds {
        Denying(VoucherMethod method) {
            super(method.provider, method.ledger, method.clock, method.deadline());
        }

        @Override
        RefundOutcome unknown() {
            return new RefundOutcome.Declined(Say.why("refund.failed"));
        }
    }

    private static final class UnsureRefunds extends VoucherRefunds {
        UnsureRefunds(VoucherMethod method) {
            super(method.provider, method.ledger, method.clock, method.deadline());
        }

        @Override
        RefundOutcome unreachable() {
            return unknown();
        }
    }

    private static final class DenyingCharge extends ChargingMethod {
        DenyingCharge(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        PaymentOutcome unknown() {
            return new PaymentOutcome.Declined(Say.why("charge.failed"));
        }
    }

    private static final class Unsure extends VoucherMethod {
        Unsure(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
            try {
                provider.lookUp(code, deadline());
                return super.scanned(request, code, at);
            } catch (VoucherProvider.NoAnswer unanswered) {
                return new Turn.Done<>(new PaymentOutcome.Unknown(Say.why("unknown")));
            }
        }
    }

    private static final class Accusing extends VoucherMethod {
        Accusing(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Verification unanswered() {
            return new Verification.Contradicted(Optional.empty(), Say.why("voucher.other"));
        }
    }

    private static final class Patient extends VoucherMethod {
        private final VoucherProvider.Deadline deadline;

        Patient(VoucherProvider provider, PaymentLedger ledger, Clock clock, Duration firstByte, Duration whole) {
            super(provider, ledger, clock);
            this.deadline = new VoucherProvider.Deadline(firstByte, whole);
        }

        @Override
        VoucherProvider.Deadline deadline() {
            return deadline;
        }
    }

    private static final class Logging extends VoucherMethod {
        Logging(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
            Logger.getLogger("voucher").log(Level.FINEST, "scanned {0}", code);
            return super.scanned(request, code, at);
        }
    }

    private static final class Printing extends VoucherMethod {
        Printing(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
            Voucher.read(code).ifPresent(voucher -> System.err.println(voucher.code()));
            return super.scanned(request, code, at);
        }
    }

    private static final class Repeating extends VoucherMethod {
        Repeating(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
            if (Voucher.read(code).isPresent()) {
                return super.scanned(request, code, at);
            }
            var repeated =
                    new Message("unreadable", List.of(code), Map.of("en", code, "fi", code + "?", "sv", code + "!"));
            return scan(request).refusing(new Guidance(repeated, Say.text("money"), Say.text("next")));
        }
    }

    private static final class Keeping extends VoucherMethod {
        Keeping(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
            Turn<PaymentOutcome> turn = super.scanned(request, code, at);
            return turn instanceof Turn.Ask<PaymentOutcome> ask
                    ? new Turn.Ask<>(ask.step(), ask.problem(), ask.detours(), new Kept(code, ask.continuation()))
                    : turn;
        }

        private record Kept(String code, Turn.Continuation<PaymentOutcome> next)
                implements Turn.Continuation<PaymentOutcome> {
            @Override
            public Turn<PaymentOutcome> answer(Answer answer, Instant at) {
                return next.answer(answer, at);
            }
        }
    }

    private static final class Showing extends VoucherMethod {
        Showing(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public String toString() {
            return "Voucher[secret=" + Voucher.SECRET + "]";
        }
    }
}
