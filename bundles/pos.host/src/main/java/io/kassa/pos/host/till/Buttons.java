package io.kassa.pos.host.till;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.sale.CashRounding;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.MethodButton;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The methods of a register as they can be pressed now, each with what it could pay or why it cannot. */
final class Buttons {

    private static final String MISSING = "hint.missing";

    private final Desk desk;

    Buttons(Desk desk) {
        this.desk = desk;
    }

    List<MethodButton> of(RegisterState state) {
        return state.register().methods().stream()
                .map(state.methods()::get)
                .filter(Objects::nonNull)
                .filter(known -> known.settings().enabled())
                .map(known -> button(state, known))
                .toList();
    }

    Optional<MethodButton> of(RegisterState state, String method) {
        return of(state).stream().filter(button -> button.id().equals(method)).findFirst();
    }

    /** Whether nobody offers the method at this moment. */
    static boolean isMissing(MethodButton button) {
        return button.hint().code().equals(MISSING);
    }

    /** What of a sale a method may pay. */
    private Money eligible(Sale sale, Offered offered) {
        return sale.eligible(offered.only(sale.cart()), desk.methods().limits(sale.cart()));
    }

    /** What cash rounding puts on what is left to pay by a method that may pay all of it, or takes off. */
    Money rounding(RegisterState state, Sale sale, Offered offered) {
        return rounding(state, sale, offered, eligible(sale, offered));
    }

    private static Money rounding(RegisterState state, Sale sale, Offered offered, Money eligible) {
        boolean rounds = offered.info().givesChange()
                && Optional.ofNullable(state.methods().get(offered.info().id()))
                        .filter(known -> known.settings().rounding())
                        .isPresent()
                && eligible.equals(sale.left());
        return rounds
                ? CashRounding.rounded(sale.left()).minus(sale.left())
                : Money.zero(sale.cart().currency());
    }

    private MethodButton button(RegisterState state, MethodTable.Known known) {
        Optional<Offered> offered = desk.methods().find(known.id());
        Message name = offered.map(o -> o.info().name()).orElse(known.name());
        Money none =
                state.open().map(sale -> Money.zero(sale.cart().currency())).orElse(Money.euro(0));
        Optional<Message> obstacle = offered.map(o -> obstacle(state, o, name))
                .orElseGet(() -> Optional.of(desk.words().say(MISSING, name)));
        MethodButton unready = new MethodButton(
                known.id(),
                name,
                false,
                none,
                obstacle.orElse(name),
                known.settings().quick(),
                offered.flatMap(o -> o.info().scheme()).isPresent());
        if (obstacle.isPresent()) {
            return unready;
        }
        Sale sale = state.open().orElseThrow();
        Offered there = offered.orElseThrow();
        Money eligible = eligible(sale, there);
        if (eligible.isZero()) {
            boolean used =
                    sale.tenders().stream().anyMatch(tender -> tender.method().equals(known.id()));
            return unready.saying(
                    false, none, desk.words().say(used ? "hint.no-more-payable" : "hint.nothing-payable", name));
        }
        Money rounding = rounding(state, sale, there, eligible);
        Money payable = eligible.plus(rounding);
        Message hint = rounding.isZero()
                ? desk.words().say("hint.payable", payable, name)
                : desk.words().say("hint.rounded", payable, name, eligible);
        return unready.saying(
                !state.isPaying(), payable, state.isPaying() ? desk.words().say("hint.busy") : hint);
    }

    private Optional<Message> obstacle(RegisterState state, Offered offered, Message name) {
        if (offered.isClosed()) {
            return Optional.of(desk.words().say("hint.closed", name));
        }
        if (!offered.info().acceptsAt(desk.clock().instant())) {
            return Optional.of(desk.words()
                    .say("hint.ended", name, offered.info().acceptUntil().orElseThrow()));
        }
        Optional<Sale> open = state.open();
        if (open.isEmpty() || open.get().cart().lines().isEmpty()) {
            return Optional.of(desk.words().say("hint.empty"));
        }
        if (!offered.info().takes(open.get().cart().currency())) {
            return Optional.of(desk.words()
                    .say("hint.currency", name, open.get().cart().currency().getCurrencyCode()));
        }
        if (open.get().due().isNegative()) {
            return Optional.of(desk.words().say("hint.negative"));
        }
        return open.get().left().isPositive()
                ? Optional.empty()
                : Optional.of(desk.words().say("hint.paid"));
    }
}
