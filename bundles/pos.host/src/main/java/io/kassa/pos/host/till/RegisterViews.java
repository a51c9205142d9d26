package io.kassa.pos.host.till;

import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.AttemptViews;
import io.kassa.pos.host.view.SaleViews;
import io.kassa.pos.host.view.Shown;
import java.util.Optional;

/** Draws register pages; a payment whose turn was dropped is begun again by looking at it. */
final class RegisterViews {

    /** How often a payment may begin while a page is drawn. */
    private static final int TRIES = 3;

    private final Desk desk;
    private final Payments payments;
    private final Buttons buttons;

    RegisterViews(Desk desk, Payments payments, Buttons buttons) {
        this.desk = desk;
        this.payments = payments;
        this.buttons = buttons;
    }

    Result<RegisterView> of(String register) {
        return of(register, 1);
    }

    private Result<RegisterView> of(String register, int tries) {
        long revision = desk.changes().revision();
        Optional<RegisterState> seen = read(register);
        Optional<Attempt> paying = seen.flatMap(RegisterState::attempt).filter(Attempt::isOpen);
        Optional<Shown> shown = paying.map(attempt -> payments.show(attempt.id()));
        // whoever looks at a payment may end it by that; after a scan none is open any more, and once is enough
        Optional<RegisterState> state = shown.isPresent() ? read(register) : seen;
        if (state.isEmpty()) {
            return desk.refuse(Refusal.REGISTER_UNKNOWN);
        }
        RegisterState now = state.get();
        boolean begunMeanwhile = now.attempt()
                .filter(Attempt::isOpen)
                .filter(one ->
                        paying.filter(known -> known.id().equals(one.id())).isEmpty())
                .isPresent();
        if (begunMeanwhile && tries < TRIES) {
            return of(register, tries + 1);
        }
        return new Result.Ok<>(new RegisterView(
                now.register().id(),
                now.register().name(),
                revision,
                desk.limits().demo(),
                now.catalogue(),
                now.sale().map(sale -> SaleViews.of(sale, now.refunded())),
                buttons.of(now),
                now.attempt().map(attempt -> AttemptViews.of(attempt, of(attempt, paying, shown))),
                now.unused()));
    }

    private Optional<RegisterState> read(String register) {
        Optional<Sale> seen = payments.seen(register);
        return desk.books().read(tx -> RegisterState.read(tx, register, seen));
    }

    private static Optional<Shown> of(Attempt attempt, Optional<Attempt> paying, Optional<Shown> shown) {
        return paying.filter(one -> one.id().equals(attempt.id())).flatMap(one -> shown);
    }
}
