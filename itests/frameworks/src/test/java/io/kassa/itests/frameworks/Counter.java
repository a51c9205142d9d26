package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.selling.MethodButton;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Step;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A cashier at the register. */
final class Counter {

    static final Actor CASHIER = new Actor("Aino", Role.CASHIER, true);

    private final Shop shop;

    Counter(Shop shop) {
        this.shop = shop;
    }

    void sells(String product) {
        Shop.ok(selling().addLine(CASHIER, Shop.REGISTER, product, 1));
    }

    void pressesSmartum() {
        AttemptId fresh = new AttemptId(UUID.randomUUID().toString());
        Shop.ok(selling().pay(CASHIER, Shop.REGISTER, sale().id(), fresh, Shop.METHOD));
    }

    /** The receipt is asked for, once whoever asks is there. */
    void isAskedToScan() {
        Eventually.holds("the receipt is asked for", () -> step().equals(Optional.of("scan")));
    }

    /** Whether the customer agrees that what the receipt is worth beyond the sale stays unused. */
    void isAskedToConfirm() {
        Eventually.holds("it is asked whether to go on", () -> step().equals(Optional.of("accept")));
    }

    void confirms() {
        AttemptId open = attempt().orElseThrow().id();
        Shop.ok(selling().answer(CASHIER, Shop.REGISTER, open, "accept", new Answer.Confirmed(), Optional.empty()));
    }

    boolean isAskedOrWaits() {
        return attempt()
                .filter(open -> open.problem().isEmpty() && open.ended().isEmpty())
                .filter(open -> open.waiting() || open.step().isPresent())
                .isPresent();
    }

    void isPaid() {
        Eventually.holds(
                "it is paid", () -> attempt().isEmpty() && sale().left().equals(Money.euro(0)));
    }

    boolean offersSmartum() {
        return view().methods().stream().anyMatch(button -> button.id().equals(Shop.METHOD));
    }

    void isAskedToWait() {
        assertEquals(Optional.empty(), step());
        assertEquals("one moment", true, attempt().orElseThrow().waiting());
    }

    void scans(String code) {
        AttemptId open = attempt().orElseThrow().id();
        Shop.ok(selling().answer(CASHIER, Shop.REGISTER, open, "scan", new Answer.Scanned(code), Optional.empty()));
    }

    /** @return the reason why the answer before was refused */
    String problem() {
        return attempt().flatMap(AttemptView::problem).orElseThrow().reason();
    }

    SaleView completes() {
        assertFalse("a modal is open", attempt().isPresent());
        assertEquals(Money.euro(0), sale().left());
        return Shop.ok(selling().complete(CASHIER, Shop.REGISTER, sale().id()))
                .sale()
                .orElseThrow();
    }

    SaleView sale() {
        return view().sale().orElseThrow();
    }

    MethodButton smartum() {
        return view().methods().stream()
                .filter(button -> button.id().equals(Shop.METHOD))
                .findFirst()
                .orElseThrow();
    }

    /** Leaves no sale open. */
    void clears() {
        attempt()
                .ifPresent(open -> Shop.ok(selling()
                        .answer(CASHIER, Shop.REGISTER, open.id(), "", new Answer.Cancelled(), Optional.empty())));
        view().sale()
                .filter(sale -> sale.state() == SaleView.State.OPEN)
                .ifPresent(sale -> Shop.ok(selling().cancel(CASHIER, Shop.REGISTER, sale.id(), Map.of())));
    }

    private Optional<String> step() {
        return attempt().flatMap(AttemptView::step).map(Step::name);
    }

    private Optional<AttemptView> attempt() {
        return view().attempt();
    }

    private RegisterView view() {
        return Shop.ok(selling().view(Shop.REGISTER));
    }

    private Selling selling() {
        return shop.service(Selling.class);
    }
}
