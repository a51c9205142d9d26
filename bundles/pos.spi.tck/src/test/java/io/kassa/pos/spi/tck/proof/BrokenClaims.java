package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.method;
import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.tck.PaymentBench;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;

/** Methods that break P5 and P9. */
final class BrokenClaims {

    private BrokenClaims() {}

    static List<Broken<PaymentBench>> all() {
        return List.of(
                method(
                        "pays whoever holds the voucher",
                        Blind::new,
                        "P5_usedReceipt_paysNoOtherSale",
                        "P5_usedReceipt_paysNotInAnotherConfiguration",
                        "P5_usedReceipt_paysNotTwiceInOneSale",
                        "P5_atTheSameMoment_paysOneSale"),
                method("lets one sale use a voucher twice", Forgiving::new, "P5_usedReceipt_paysNotTwiceInOneSale"),
                thing(
                        "names references after its configuration",
                        TwoSchemes::new,
                        "P5_usedReceipt_paysNotInAnotherConfiguration"),
                method("looks, and does not claim in time", Late::new, "P5_atTheSameMoment_paysOneSale"),
                method(
                        "never claims",
                        Forgetful::new,
                        "P5_usedReceipt_paysNoOtherSale",
                        "P5_usedReceipt_paysNotInAnotherConfiguration",
                        "P5_usedReceipt_paysNotTwiceInOneSale",
                        "P5_atTheSameMoment_paysOneSale",
                        "P5_paid_isClaimedInTheLedger",
                        "P5_booksThatCannotBeWritten_payNothing",
                        "R5_typedReferenceOfAnotherSale_isRefused",
                        "R5_referenceOfAnotherSale_addedLater_isNotConfirmed"),
                method("pays though the books are shut", Careless::new, "P5_booksThatCannotBeWritten_payNothing"),
                thing(
                        "serves an attempt only where it began",
                        () -> {
                            Map<AttemptId, VoucherMethod> sessions = new HashMap<>();
                            return new VoucherBench(
                                    (provider, ledger, clock) -> new WithSession(provider, ledger, clock, sessions));
                        },
                        "P4_sameAttemptTwice_sameOutcome",
                        "P4_replayedLater_isJudgedAsOfThen",
                        "P4_refusedTwice_sameReason",
                        "P9_anotherInstanceAtEveryStep_goesOn",
                        "P9_defaultLocaleAndZone_changeNothing"),
                method(
                        "numbers its steps",
                        Numbering::new,
                        "P1_askedAgain_isTheSameStep",
                        "P4_replayedLater_isJudgedAsOfThen",
                        "P9_anotherInstanceAtEveryStep_goesOn"),
                method("writes numbers as the machine does", Local::new, "P9_defaultLocaleAndZone_changeNothing"),
                method("writes times as the machine does", Zoned::new, "P9_defaultLocaleAndZone_changeNothing"));
    }

    private static final class Blind extends VoucherMethod {
        Blind(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        boolean heldByAnother(PaymentReference reference, PaymentRequest request) {
            return false;
        }

        @Override
        Turn<PaymentOutcome> take(PaymentRequest request, Voucher voucher, Evidence evidence) {
            ledger.claim(voucher.reference(), request.attempt(), request.sale());
            return new Turn.Done<>(paid(request, voucher, evidence));
        }
    }

    private static final class Forgiving extends VoucherMethod {
        Forgiving(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        boolean heldByAnother(PaymentReference reference, PaymentRequest request) {
            return super.heldByAnother(reference, request) && !mine(reference, request);
        }

        @Override
        Turn<PaymentOutcome> take(PaymentRequest request, Voucher voucher, Evidence evidence) {
            return mine(voucher.reference(), request)
                    ? new Turn.Done<>(paid(request, voucher, evidence))
                    : super.take(request, voucher, evidence);
        }

        private boolean mine(PaymentReference reference, PaymentRequest request) {
            return ledger.holder(reference)
                    .filter(held -> held.sale().equals(request.sale()))
                    .isPresent();
        }
    }

    private static final class TwoSchemes extends VoucherBench {
        @Override
        public Optional<PaymentMethod> otherConfiguration(PaymentLedger ledger, Clock clock) {
            return Optional.of(new VoucherMethod(provider, ledger, clock) {
                @Override
                PaymentReference reference(Voucher voucher) {
                    return new PaymentReference("voucher-2", voucher.id());
                }
            });
        }
    }

    private static final class Late extends VoucherMethod {
        Late(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> take(PaymentRequest request, Voucher voucher, Evidence evidence) {
            ledger.claim(voucher.reference(), request.attempt(), request.sale());
            return new Turn.Done<>(paid(request, voucher, evidence));
        }
    }

    private static final class Forgetful extends VoucherMethod {
        Forgetful(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> take(PaymentRequest request, Voucher voucher, Evidence evidence) {
            return new Turn.Done<>(paid(request, voucher, evidence));
        }
    }

    private static final class Careless extends VoucherMethod {
        Careless(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> take(PaymentRequest request, Voucher voucher, Evidence evidence) {
            try {
                return super.take(request, voucher, evidence);
            } catch (LedgerUnavailableException ignored) {
                return new Turn.Done<>(paid(request, voucher, evidence));
            }
        }
    }

    private static final class WithSession extends VoucherMethod {
        private final Map<AttemptId, VoucherMethod> sessions;

        WithSession(
                VoucherProvider provider, PaymentLedger ledger, Clock clock, Map<AttemptId, VoucherMethod> sessions) {
            super(provider, ledger, clock);
            this.sessions = sessions;
        }

        @Override
        public Turn<PaymentOutcome> pay(PaymentRequest request) {
            VoucherMethod first = sessions.computeIfAbsent(request.attempt(), added -> this);
            return first == this
                    ? super.pay(request)
                    : new Turn.Done<>(new PaymentOutcome.Declined(Say.why("session.elsewhere")));
        }
    }

    private static final class Numbering extends VoucherMethod {
        Numbering(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn.Ask<PaymentOutcome> scan(PaymentRequest request) {
            Turn.Ask<PaymentOutcome> scan = super.scan(request);
            var numbered = new Step.ScanCode("scan-" + UUID.randomUUID(), Say.text("scan"), Say.text("scan.help"));
            return new Turn.Ask<>(numbered, scan.problem(), scan.detours(), scan.continuation());
        }
    }

    private static final class Local extends VoucherMethod {
        Local(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Map<String, String> particulars(Voucher voucher) {
            return Map.of("amount", String.format("%,d", voucher.amount().minor()));
        }
    }

    private static final class Zoned extends VoucherMethod {
        Zoned(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Map<String, String> particulars(Voucher voucher) {
            return Map.of(
                    "day",
                    voucher.validUntil()
                            .atZone(TimeZone.getDefault().toZoneId())
                            .toLocalTime()
                            .toString());
        }
    }
}
