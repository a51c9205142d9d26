package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.method;
import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.tck.PaymentBench;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Methods that break R6, most of them as the configuration that is left. */
final class BrokenSchemes {

    private BrokenSchemes() {}

    static List<Broken<PaymentBench>> all() {
        return List.of(
                method("names another scheme than it makes", OtherName::new, "R6_references_areOfTheSchemeThatIsNamed"),
                left(
                        "refunds only what it took itself",
                        OwnOnly::new,
                        "R6_paymentOfAnotherConfiguration_isRefunded",
                        "R6_paymentOfAnotherConfiguration_notScanned_isRefunded"),
                left(
                        "verifies only what it took itself",
                        OwnVerified::new,
                        "R6_paymentOfAnotherConfiguration_isVerified"),
                left(
                        "denies what it did not begin",
                        Denying::new,
                        "R6_refundThatAnotherConfigurationBegan_endsThere_once"),
                left(
                        "sends what it did not begin, and does not say so",
                        Silent::new,
                        "R6_refundThatAnotherConfigurationLost_isSentAtMostOnce"));
    }

    private static Broken<PaymentBench> left(String what, VoucherBench.Maker maker, String... caughtBy) {
        return thing(
                "as the other configuration " + what,
                () -> new VoucherBench() {
                    @Override
                    public Optional<PaymentMethod> otherConfiguration(PaymentLedger ledger, Clock clock) {
                        return Optional.of(maker.make(provider, ledger, clock));
                    }
                },
                caughtBy);
    }

    private static final class OtherName extends VoucherMethod {
        OtherName(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public MethodInfo info() {
            MethodInfo info = super.info();
            return new MethodInfo(
                    info.id(),
                    info.name(),
                    info.patience(),
                    info.givesChange(),
                    info.filtered(),
                    info.currencies(),
                    info.acceptUntil(),
                    Optional.of("voucher:" + info.id()));
        }
    }

    private static final class OwnOnly extends VoucherMethod {
        OwnOnly(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public Turn<RefundOutcome> refund(RefundRequest request) {
            return ledger.intent(request.attempt()).isPresent()
                    ? super.refund(request)
                    : new Turn.Done<>(new RefundOutcome.Declined(Say.why("refund.not-mine")));
        }
    }

    private static final class OwnVerified extends VoucherMethod {
        OwnVerified(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public Verification verify(RecordedPayment payment, Optional<String> typed) {
            return new Verification.Refused(Say.why("verify.not-mine"));
        }
    }

    private static final class Denying extends VoucherMethod {
        Denying(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public RefundOutcome inquire(RefundRequest same) {
            return new RefundOutcome.Cancelled();
        }
    }

    private static final class Silent extends VoucherMethod {
        Silent(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        VoucherRefunds refunds() {
            return new VoucherRefunds(provider, ledger, clock, deadline()) {
                @Override
                RefundOutcome repeat(RefundRequest request, Intent.Open open, VoucherProvider.State state) {
                    send(request, state.voucher());
                    return unknown();
                }
            };
        }
    }
}
