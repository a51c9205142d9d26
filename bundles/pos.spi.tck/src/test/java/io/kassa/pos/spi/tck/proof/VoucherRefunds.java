package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the example refunds: look, open an intent, send; and look first when the intent had been opened before. */
class VoucherRefunds {

    static final String REFUNDED_BEFORE = "refunded-before";

    final VoucherProvider provider;
    final PaymentLedger ledger;
    final Clock clock;
    final VoucherProvider.Deadline deadline;

    VoucherRefunds(VoucherProvider provider, PaymentLedger ledger, Clock clock, VoucherProvider.Deadline deadline) {
        this.provider = provider;
        this.ledger = ledger;
        this.clock = clock;
        this.deadline = deadline;
    }

    Turn<RefundOutcome> refund(RefundRequest request) {
        return request.payment()
                .reference()
                .<Turn<RefundOutcome>>map(reference -> new Turn.Done<>(give(request, reference.id())))
                .orElseGet(() -> askId(request));
    }

    Turn.Ask<RefundOutcome> askId(RefundRequest request) {
        var step = new Step.EnterText("id", Say.text("id"), Say.text("id.help"), "v000001", 7);
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> typed(request, answer));
    }

    Turn<RefundOutcome> typed(RefundRequest request, Answer answer) {
        if (!(answer instanceof Answer.Text text)) {
            return new Turn.Done<>(new RefundOutcome.Cancelled());
        }
        try {
            Optional<VoucherProvider.State> state = provider.lookUp(text.text(), deadline);
            boolean usable = state.isPresent()
                    && !paidAnotherSale(state.get().voucher().reference(), request)
                    && !request.amount().isMoreThan(state.get().voucher().amount());
            return usable
                    ? new Turn.Done<>(give(request, text.text()))
                    : askId(request).refusing(Say.why("id.wrong"));
        } catch (VoucherProvider.NoAnswer nothingSent) {
            return new Turn.Done<>(unreachable());
        }
    }

    boolean paidAnotherSale(PaymentReference reference, RefundRequest request) {
        return ledger.holder(reference)
                .filter(held -> !held.sale().equals(request.sale()))
                .isPresent();
    }

    RefundOutcome give(RefundRequest request, String id) {
        VoucherProvider.State state;
        try {
            state = provider.lookUp(id, deadline).orElseThrow();
        } catch (VoucherProvider.NoAnswer nothingSent) {
            return unreachable();
        }
        Optional<Intent.Open> before = ledger.intent(request.attempt());
        if (before.isEmpty() && tooMuch(request, state)) {
            return new RefundOutcome.Declined(Say.why("refund.too-much"));
        }
        Map<String, String> seen =
                Map.of(REFUNDED_BEFORE, Long.toString(state.refunded().minor()));
        Intent intent = ledger.intend(state.voucher().reference(), request.attempt(), request.sale(), seen);
        if (!(intent instanceof Intent.Open open)) {
            return new RefundOutcome.Declined(Say.why("refund.busy"));
        }
        return open.again() ? repeat(request, open, state) : sendOnce(request, open, state.voucher());
    }

    RefundOutcome unreachable() {
        return new RefundOutcome.Declined(Say.why("provider.silent"));
    }

    boolean tooMuch(RefundRequest request, VoucherProvider.State state) {
        return state.refunded()
                .plus(request.amount())
                .isMoreThan(state.voucher().amount());
    }

    /** Sends again only with the same key, while the provider knows it, and while nothing was paid back. */
    RefundOutcome repeat(RefundRequest request, Intent.Open open, VoucherProvider.State state) {
        if (done(request, open, state)) {
            return refunded(request, state.voucher());
        }
        boolean keyIsKept = clock.instant().isBefore(open.openedAt().plus(VoucherProvider.KEYS_ARE_KEPT));
        return keyIsKept ? sendOnce(request, open, state.voucher()) : unknown();
    }

    boolean done(RefundRequest request, Intent.Open open, VoucherProvider.State state) {
        long before = Long.parseLong(open.seen().get(REFUNDED_BEFORE));
        return state.refunded().minor() == before + request.amount().minor();
    }

    /** Not when another host has sent it since the intent was read. */
    RefundOutcome sendOnce(RefundRequest request, Intent.Open open, Voucher voucher) {
        return ledger.sending(request.attempt(), open) ? send(request, voucher) : unknown();
    }

    RefundOutcome send(RefundRequest request, Voucher voucher) {
        try {
            provider.refund(voucher.id(), sum(request), key(request), clock, deadline);
            return refunded(request, voucher);
        } catch (VoucherProvider.NoAnswer mayHaveMoved) {
            return unknown();
        }
    }

    Money sum(RefundRequest request) {
        return request.amount();
    }

    String key(RefundRequest request) {
        return request.attempt().value();
    }

    RefundOutcome unknown() {
        return new RefundOutcome.Unknown(Say.why("refund.unknown"));
    }

    RefundOutcome refunded(RefundRequest request, Voucher voucher) {
        return new RefundOutcome.Refunded(
                request.amount(), Optional.of(voucher.reference()), Evidence.CONFIRMED, List.of());
    }

    RefundOutcome inquire(RefundRequest same) {
        Optional<Intent.Open> intent = ledger.intent(same.attempt());
        if (intent.isEmpty()) {
            return new RefundOutcome.Cancelled();
        }
        try {
            VoucherProvider.State state =
                    provider.lookUp(intent.get().reference().id(), deadline).orElseThrow();
            return done(same, intent.get(), state) ? refunded(same, state.voucher()) : notDone(same, state);
        } catch (VoucherProvider.NoAnswer askAgain) {
            return unknown();
        }
    }

    RefundOutcome notDone(RefundRequest request, VoucherProvider.State state) {
        return unknown();
    }
}
