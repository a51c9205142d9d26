package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.method;
import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Methods that break P1 to P4. */
final class BrokenPayments {

    private BrokenPayments() {}

    static List<Broken<PaymentBench>> all() {
        return List.of(
                method(
                        "throws at an expired voucher",
                        Throwing::new,
                        "P1_refusedInput_isDeclinedOrAskedAgain_neverThrown"),
                method(
                        "throws at an empty code",
                        ThrowingAtNothing::new,
                        "P1_rubbish_isDeclinedOrAskedAgain_neverThrown"),
                method(
                        "refuses in English only",
                        EnglishOnly::new,
                        "P1_refusal_saysWhatHappenedWhereTheMoneyIsAndWhatToDo"),
                method("asks for something else instead", Straying::new, "P1_askedAgain_isTheSameStep"),
                method("asks again and then takes nothing", Sulking::new, "P1_askedAgain_takesGoodInput"),
                method(
                        "claims before the cashier confirms",
                        ClaimingEarly::new,
                        "P2_cancelAtAnyStep_endsCancelled_nothingClaimed"),
                method(
                        "declines when the surplus is not confirmed",
                        (provider, ledger, clock) -> new Declining(provider, ledger, clock, "surplus"),
                        "P2_cancelAtAnyStep_endsCancelled_nothingClaimed"),
                method(
                        "declines when the amount is not typed",
                        (provider, ledger, clock) -> new Declining(provider, ledger, clock, "amount"),
                        "P2_cancelAfterADetour_endsCancelled_nothingClaimed"),
                thing(
                        "charges before the cashier confirms",
                        () -> new ChargingBench(ChargingEarly::new),
                        "P2_cancelAtAnyStep_endsCancelled_nothingClaimed"),
                method("applies all that was tendered", Greedy::new, "P3_moreThanEligible_isWithinEligible"),
                method(
                        "takes vouchers for what is due",
                        Generous::new,
                        "P3_lessThanEligible_isWithinEligible",
                        "P3_eligibleLessThanDue_isWithinEligible",
                        "P3_moreThanEligible_isWithinEligible"),
                method(
                        "books a cent more than it was given",
                        Rounding::new,
                        "P3_exactAmount_isWithinEligible",
                        "P3_lessThanEligible_isWithinEligible",
                        "P3_eligibleLessThanDue_isWithinEligible",
                        "P3_moreThanEligible_isWithinEligible",
                        "R6_paymentOfAnotherConfiguration_isVerified"),
                method(
                        "writes something new into each outcome",
                        Numbering::new,
                        "P4_sameAttemptTwice_sameOutcome",
                        "P4_replayedLater_isJudgedAsOfThen",
                        "P9_defaultLocaleAndZone_changeNothing"),
                method("judges by the clock on the wall", JudgingNow::new, "P4_replayedLater_isJudgedAsOfThen"),
                method("refuses with another reason each time", Moody::new, "P4_refusedTwice_sameReason"),
                thing(
                        "charges each time it is called",
                        () -> new ChargingBench(ChargingAgain::new),
                        "P4_sameAttemptTwice_sameOutcome",
                        "P4_sameAttemptTwice_chargesOnce",
                        "P4_replayedLater_isJudgedAsOfThen",
                        "P6_unansweredCharge_thatWasDone_isUnknown",
                        "P9_defaultLocaleAndZone_changeNothing"));
    }

    private static final class Throwing extends VoucherMethod {
        Throwing(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> refused(PaymentRequest request, String reason) {
            if (reason.equals("voucher.expired")) {
                throw new IllegalStateException(reason);
            }
            return super.refused(request, reason);
        }
    }

    private static final class ThrowingAtNothing extends VoucherMethod {
        ThrowingAtNothing(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> scanned(PaymentRequest request, String code, Instant at) {
            return code.charAt(0) == 'V' ? super.scanned(request, code, at) : refused(request, "voucher.unreadable");
        }
    }

    private static final class EnglishOnly extends VoucherMethod {
        EnglishOnly(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> refused(PaymentRequest request, String reason) {
            var english = new Message(reason, List.of(), Map.of("en", reason));
            return scan(request).refusing(new Guidance(english, english, english));
        }
    }

    private static final class Straying extends VoucherMethod {
        Straying(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> amountRefused(PaymentRequest request) {
            return refused(request, "amount.wrong");
        }
    }

    private static final class Sulking extends VoucherMethod {
        Sulking(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> refused(PaymentRequest request, String reason) {
            Turn.Ask<PaymentOutcome> scan = scan(request);
            return new Turn.Ask<>(
                    scan.step(),
                    Optional.of(Say.why(reason)),
                    scan.detours(),
                    (answer, at) -> refused(request, reason));
        }
    }

    private static final class ClaimingEarly extends VoucherMethod {
        ClaimingEarly(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> surplus(PaymentRequest request, Voucher voucher, Evidence evidence) {
            ledger.claim(voucher.reference(), request.attempt(), request.sale());
            return super.surplus(request, voucher, evidence);
        }
    }

    private static final class Declining extends VoucherMethod {
        private final String where;

        Declining(VoucherProvider provider, PaymentLedger ledger, Clock clock, String where) {
            super(provider, ledger, clock);
            this.where = where;
        }

        @Override
        Turn<PaymentOutcome> cancelled(String step) {
            return step.equals(where)
                    ? new Turn.Done<>(new PaymentOutcome.Declined(Say.why("cancelled")))
                    : super.cancelled(step);
        }
    }

    private static final class ChargingEarly extends ChargingMethod {
        ChargingEarly(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public Turn<PaymentOutcome> pay(PaymentRequest request) {
            charge(request);
            return super.pay(request);
        }
    }

    private static final class Greedy extends VoucherMethod {
        Greedy(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        PaymentOutcome.Paid paid(PaymentRequest request, Voucher voucher, Evidence evidence) {
            return booked(voucher.amount(), voucher.amount(), voucher, evidence);
        }
    }

    private static final class Generous extends VoucherMethod {
        Generous(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        PaymentOutcome.Paid paid(PaymentRequest request, Voucher voucher, Evidence evidence) {
            return booked(request.due(), request.due(), voucher, evidence);
        }
    }

    private static final class Rounding extends VoucherMethod {
        Rounding(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        PaymentOutcome.Paid paid(PaymentRequest request, Voucher voucher, Evidence evidence) {
            Money tendered = voucher.amount().plus(Money.euro(1));
            return booked(tendered, voucher.amount().atMost(request.eligible()), voucher, evidence);
        }
    }

    private static final class Numbering extends VoucherMethod {
        Numbering(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Map<String, String> particulars(Voucher voucher) {
            return Map.of("trace", UUID.randomUUID().toString());
        }
    }

    private static final class JudgingNow extends VoucherMethod {
        JudgingNow(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        boolean expired(Voucher voucher, Instant at) {
            return super.expired(voucher, clock.instant());
        }
    }

    private static final class Moody extends VoucherMethod {
        Moody(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        Turn<PaymentOutcome> refused(PaymentRequest request, String reason) {
            return super.refused(request, reason + "." + UUID.randomUUID());
        }
    }

    private static final class ChargingAgain extends ChargingMethod {
        ChargingAgain(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        String key(PaymentRequest request) {
            return UUID.randomUUID().toString();
        }
    }
}
