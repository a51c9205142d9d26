package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.method;
import static io.kassa.pos.spi.tck.proof.Broken.refunds;
import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.tck.PaymentBench;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Methods that break R1 to R5. */
final class BrokenRefunds {

    private BrokenRefunds() {}

    static List<Broken<PaymentBench>> all() {
        return List.of(
                refunds(
                        "keeps the last cent",
                        KeepingACent::new,
                        "R1_fullRefund_givesBackWhatWasTendered",
                        "R3_noReference_isAskedFor_andRefunds",
                        "R6_paymentOfAnotherConfiguration_notScanned_isRefunded"),
                refunds("forgets what went back before", GivingAll::new, "R1_partialRefunds_addUp"),
                refunds(
                        "leaves the limit to the provider",
                        Limitless::new,
                        "R1_booksThatMissedARefund_neverGiveBackMoreThanTendered"),
                refunds(
                        "sends each time it is called",
                        Repeating::new,
                        "R2_sameAttemptTwice_refundsOnce",
                        "R2_answerLost_repeatedAtOnce_refundsOnce",
                        "R2_answerLost_repeatedAfterDays_refundsOnce"),
                refunds(
                        "trusts in keys that have lapsed",
                        Trusting::new,
                        "R2_answerLost_repeatedAfterDays_refundsOnce"),
                refunds(
                        "takes an intent for a refund",
                        Hoping::new,
                        "R2_requestLost_thenRepeated_refundsAtMostOnce",
                        "R6_refundThatAnotherConfigurationLost_isSentAtMostOnce"),
                refunds("does not wait for the other refund", Pushing::new, "R2_otherRefundUnderWay_isRefused"),
                refunds("sends without asking", SendingUnasked::new, "R2_anotherHostSends_thisOneDoesNot"),
                refunds(
                        "sends before it writes",
                        SendingFirst::new,
                        "R2_anotherHostSends_thisOneDoesNot",
                        "R2_booksThatCannotBeWritten_refundNothing",
                        "R2_otherRefundUnderWay_isRefused"),
                method("claims when asked", ClaimingWhenAsked::new, "R4_inquiringAboutAPayment_startsNothing"),
                thing(
                        "charges when asked",
                        () -> new ChargingBench(ChargingWhenAsked::new),
                        "R4_inquiringAboutAPayment_startsNothing"),
                refunds(
                        "opens an intent when asked",
                        IntendingWhenAsked::new,
                        "R4_inquiringAboutARefund_startsNothing"),
                refunds("sends when asked", SendingWhenAsked::new, "R4_inquiringAboutALostRefund_sendsNothing"),
                refunds(
                        "denies when asked",
                        DenyingWhenAsked::new,
                        "R4_inquiringAfterTheAnswerWasLost_sendsNothing",
                        "R6_refundThatAnotherConfigurationBegan_endsThere_once"),
                refunds(
                        "refunds nothing that was not scanned",
                        NeverAsking::new,
                        "R3_noReference_isAskedFor_andRefunds",
                        "R3_rubbishForAReference_isRefused_neverThrown",
                        "R3_cancelled_refundsNothing",
                        "R6_paymentOfAnotherConfiguration_notScanned_isRefunded"),
                refunds(
                        "throws at an empty id",
                        ThrowingAtNothing::new,
                        "R3_rubbishForAReference_isRefused_neverThrown"),
                refunds("declines when the id is not typed", DecliningCancel::new, "R3_cancelled_refundsNothing"),
                refunds("takes any id", TakingAnyId::new, "R5_typedReferenceOfAnotherSale_isRefused"),
                method("confirms any id", ConfirmingAnyId::new, "R5_referenceOfAnotherSale_addedLater_isNotConfirmed"));
    }

    /** Passes on what a method has. */
    private abstract static class Wrong extends VoucherRefunds {
        Wrong(VoucherMethod method) {
            super(method.provider, method.ledger, method.clock, method.deadline());
        }
    }

    private static final class KeepingACent extends Wrong {
        KeepingACent(VoucherMethod method) {
            super(method);
        }

        @Override
        Money sum(RefundRequest request) {
            boolean last = request.amount().equals(request.payment().tendered());
            return last ? request.amount().minus(Money.euro(1)) : request.amount();
        }
    }

    private static final class GivingAll extends Wrong {
        GivingAll(VoucherMethod method) {
            super(method);
        }

        @Override
        Money sum(RefundRequest request) {
            boolean again = request.payment().refunded().isPositive();
            return again ? request.payment().tendered() : request.amount();
        }
    }

    private static final class Limitless extends Wrong {
        Limitless(VoucherMethod method) {
            super(method);
        }

        @Override
        boolean tooMuch(RefundRequest request, VoucherProvider.State state) {
            return false;
        }
    }

    private static final class Repeating extends Wrong {
        Repeating(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome repeat(RefundRequest request, Intent.Open open, VoucherProvider.State state) {
            return send(request, state.voucher());
        }

        @Override
        String key(RefundRequest request) {
            return UUID.randomUUID().toString();
        }
    }

    private static final class Trusting extends Wrong {
        Trusting(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome repeat(RefundRequest request, Intent.Open open, VoucherProvider.State state) {
            return send(request, state.voucher());
        }
    }

    private static final class Hoping extends Wrong {
        Hoping(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome repeat(RefundRequest request, Intent.Open open, VoucherProvider.State state) {
            return refunded(request, state.voucher());
        }
    }

    private static final class Pushing extends Wrong {
        Pushing(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome give(RefundRequest request, String id) {
            RefundOutcome outcome = super.give(request, id);
            boolean busy = outcome instanceof RefundOutcome.Declined declined
                    && declined.guidance().reason().equals("refund.busy");
            try {
                return busy
                        ? send(
                                request,
                                provider.lookUp(id, deadline).orElseThrow().voucher())
                        : outcome;
            } catch (VoucherProvider.NoAnswer unanswered) {
                return outcome;
            }
        }
    }

    private static final class SendingUnasked extends Wrong {
        SendingUnasked(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome sendOnce(RefundRequest request, Intent.Open open, Voucher voucher) {
            return send(request, voucher);
        }
    }

    private static final class SendingFirst extends Wrong {
        SendingFirst(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome give(RefundRequest request, String id) {
            try {
                VoucherProvider.State state = provider.lookUp(id, deadline).orElseThrow();
                if (ledger.intent(request.attempt()).isPresent() || tooMuch(request, state)) {
                    return super.give(request, id);
                }
                RefundOutcome sent = send(request, state.voucher());
                Map<String, String> seen =
                        Map.of(REFUNDED_BEFORE, "" + state.refunded().minor());
                ledger.intend(state.voucher().reference(), request.attempt(), request.sale(), seen);
                return sent;
            } catch (VoucherProvider.NoAnswer unanswered) {
                return unreachable();
            }
        }
    }

    private static final class ClaimingWhenAsked extends VoucherMethod {
        ClaimingWhenAsked(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public PaymentOutcome inquire(PaymentRequest same) {
            var reference = new PaymentReference("voucher", same.attempt().value());
            ledger.claim(reference, same.attempt(), same.sale());
            return super.inquire(same);
        }
    }

    private static final class ChargingWhenAsked extends ChargingMethod {
        ChargingWhenAsked(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public PaymentOutcome inquire(PaymentRequest same) {
            return ((Turn.Done<PaymentOutcome>) charge(same)).outcome();
        }
    }

    private static final class IntendingWhenAsked extends Wrong {
        IntendingWhenAsked(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome inquire(RefundRequest same) {
            RefundOutcome outcome = super.inquire(same);
            same.payment()
                    .reference()
                    .ifPresent(reference -> ledger.intend(reference, same.attempt(), same.sale(), Map.of()));
            return outcome;
        }
    }

    private static final class SendingWhenAsked extends Wrong {
        SendingWhenAsked(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome notDone(RefundRequest request, VoucherProvider.State state) {
            return send(request, state.voucher());
        }
    }

    private static final class DenyingWhenAsked extends Wrong {
        DenyingWhenAsked(VoucherMethod method) {
            super(method);
        }

        @Override
        RefundOutcome inquire(RefundRequest same) {
            return new RefundOutcome.Cancelled();
        }
    }

    private static final class NeverAsking extends Wrong {
        NeverAsking(VoucherMethod method) {
            super(method);
        }

        @Override
        Turn<RefundOutcome> refund(RefundRequest request) {
            return request.payment().reference().isPresent()
                    ? super.refund(request)
                    : new Turn.Done<>(new RefundOutcome.Declined(Say.why("refund.no-reference")));
        }
    }

    private static final class ThrowingAtNothing extends Wrong {
        ThrowingAtNothing(VoucherMethod method) {
            super(method);
        }

        @Override
        Turn<RefundOutcome> typed(RefundRequest request, Answer answer) {
            if (answer instanceof Answer.Text text && text.text().isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            return super.typed(request, answer);
        }
    }

    private static final class DecliningCancel extends Wrong {
        DecliningCancel(VoucherMethod method) {
            super(method);
        }

        @Override
        Turn<RefundOutcome> typed(RefundRequest request, Answer answer) {
            return answer instanceof Answer.Cancelled
                    ? new Turn.Done<>(new RefundOutcome.Declined(Say.why("cancelled")))
                    : super.typed(request, answer);
        }
    }

    private static final class TakingAnyId extends Wrong {
        TakingAnyId(VoucherMethod method) {
            super(method);
        }

        @Override
        boolean paidAnotherSale(PaymentReference reference, RefundRequest request) {
            return false;
        }
    }

    private static final class ConfirmingAnyId extends VoucherMethod {
        ConfirmingAnyId(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        boolean heldByAnotherSale(Voucher voucher, SaleId sale) {
            return false;
        }
    }
}
