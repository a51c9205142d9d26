package io.kassa.pos.host.till;

import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.MethodButton;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.Terms;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;

/** Begins payments: the attempt is in the books before its method hears of it. */
final class Paying {

    private static final int TRIES = 5;

    private final Desk desk;
    private final Buttons buttons;
    private final Payments payments;

    Paying(Desk desk, Buttons buttons, Payments payments) {
        this.desk = desk;
        this.buttons = buttons;
        this.payments = payments;
    }

    Result<AttemptId> begin(Actor actor, String register, SaleId sale, AttemptId id, String method) {
        Optional<Message> away = Optional.empty();
        for (int i = 0; i < TRIES; i++) {
            Optional<RegisterState> state = desk.books().read(tx -> RegisterState.read(tx, register));
            Optional<Attempt> known = desk.books().read(tx -> new AttemptTable(tx).find(id));
            if (known.isPresent()) {
                return known.get().register().equals(register)
                        ? new Result.Ok<>(id)
                        : desk.refuse(Refusal.ATTEMPT_ELSEWHERE);
            }
            Optional<Sale> open =
                    state.flatMap(RegisterState::open).filter(one -> one.id().equals(sale));
            if (open.isEmpty()) {
                return desk.refuse(Refusal.SALE_NOT_OPEN);
            }
            if (state.get().isPaying()) {
                return desk.refuse(Refusal.PAYMENT_OPEN);
            }
            Optional<MethodButton> button = buttons.of(state.get(), method);
            boolean missing = button.filter(Buttons::isMissing).isPresent();
            away = button.map(MethodButton::name);
            // it may be being replaced just now, and go again at any moment
            if (missing && desk.methods().await(method, desk.limits().absence()).isPresent()) {
                continue;
            }
            if (button.isEmpty() || !button.get().ready()) {
                return desk.refuse(
                        Refusal.METHOD_NOT_READY,
                        button.map(MethodButton::hint)
                                .orElseGet(() -> desk.words().say("hint.not-here", method)));
            }
            Optional<Offered> offered = desk.methods().find(method);
            if (offered.isEmpty()) {
                continue;
            }
            away = Optional.empty();
            Money rounding = buttons.rounding(state.get(), open.get(), offered.get());
            MethodSettings settings = state.get().methods().get(method).settings();
            Attempt attempt = attempt(actor, id, open.get(), button.get(), offered.get(), Terms.of(settings, rounding));
            if (desk.books().write(tx -> store(tx, attempt, open.get()))) {
                payments.begun(id, open.get());
                if (button.get().quick()) {
                    payments.answerSuggested(actor, id);
                }
                return new Result.Ok<>(id);
            }
        }
        return away.map(name -> desk.<AttemptId>refuse(Refusal.METHOD_AWAY, name))
                .orElseGet(() -> desk.refuse(Refusal.SALE_NOT_OPEN));
    }

    private Attempt attempt(Actor actor, AttemptId id, Sale sale, MethodButton button, Offered offered, Terms terms) {
        return new Attempt(
                id,
                Attempt.Kind.PAYMENT,
                sale.id(),
                sale.register(),
                actor.name(),
                button.id(),
                button.name(),
                offered.info().scheme(),
                Attempt.State.OPEN,
                sale.left().plus(terms.rounding()),
                button.eligible(),
                offered.only(sale.cart()),
                desk.now(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                terms);
    }

    /** False when the sale is not as it was looked at. */
    private static boolean store(Transaction tx, Attempt attempt, Sale seen) {
        Optional<Sale> now = new SaleTable(tx).open(attempt.register());
        AttemptTable attempts = new AttemptTable(tx);
        if (now.filter(sale -> sale.isAsIn(seen)).isEmpty()
                || attempts.find(attempt.id()).isPresent()
                || attempts.paying(attempt.register()).isPresent()) {
            return false;
        }
        attempts.dismissAll(attempt.register());
        attempts.insert(attempt, 0);
        return true;
    }
}
