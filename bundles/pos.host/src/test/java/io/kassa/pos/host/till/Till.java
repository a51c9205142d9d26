package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.selling.MethodButton;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.selling.TenderView;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.text.Guidance;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A register, so that a test reads like the counter. */
public final class Till {

    private final Shop shop;
    private final String register;
    private final Actor actor;
    private Result<RegisterView> last;

    Till(Shop shop, String register, Actor actor) {
        this.shop = shop;
        this.register = register;
        this.actor = actor;
        this.last = shop.selling.view(register);
    }

    public Till as(Actor other) {
        return new Till(shop, register, other);
    }

    public Till sells(String... products) {
        for (String product : products) {
            last = shop.selling.addLine(actor, register, product, 1);
        }
        return this;
    }

    public Till paysWith(String method) {
        return paysWith(method, new AttemptId(UUID.randomUUID().toString()));
    }

    public Till paysWith(String method, AttemptId attempt) {
        last = shop.selling.pay(actor, register, sale().id(), attempt, method);
        return this;
    }

    public Till scans(String code) {
        return answers("scan", new Answer.Scanned(code));
    }

    public Till enters(long cents) {
        return answers("amount", new Answer.Amount(Money.euro(cents)));
    }

    /** Has no scanner, and says so. */
    public Till turnsToTyping() {
        return answers("scan", new Answer.Detoured("typed"), Optional.of("camera broken"));
    }

    public Till types(long cents) {
        return turnsToTyping().enters(cents);
    }

    public Till answers(String step, Answer answer) {
        return answers(step, answer, Optional.empty());
    }

    public Till answers(String step, Answer answer, Optional<String> reason) {
        last = shop.selling.answer(actor, register, attempt().id(), step, answer, reason);
        return this;
    }

    public Till answersAttempt(AttemptId attempt, String step, Answer answer) {
        last = shop.selling.answer(actor, register, attempt, step, answer, Optional.empty());
        return this;
    }

    public Till completes() {
        last = shop.selling.complete(actor, register, sale().id());
        return this;
    }

    public Till cancels(Map<AttemptId, Selling.Unused> receipts) {
        last = shop.selling.cancel(actor, register, sale().id(), receipts);
        return this;
    }

    public Till changesLine(int line, long quantity, long discount) {
        last = shop.selling.changeLine(actor, register, sale().id(), line, quantity, Money.euro(discount));
        return this;
    }

    Till changesLineIn(String currency, int line, long quantity) {
        Money none = Money.zero(Currency.getInstance(currency));
        last = shop.selling.changeLine(actor, register, sale().id(), line, quantity, none);
        return this;
    }

    public Till removes(AttemptId tender) {
        last = shop.selling.removeTender(actor, register, sale().id(), tender);
        return this;
    }

    public Till uses(AttemptId unused) {
        last = shop.selling.useUnused(actor, register, sale().id(), unused);
        return this;
    }

    public Till discounts(long cents) {
        last = shop.selling.discountSale(actor, register, sale().id(), Money.euro(cents));
        return this;
    }

    public Till looks() {
        last = shop.selling.view(register);
        return this;
    }

    public Till isRefused(String reason) {
        assertThat(last).isInstanceOf(Result.Refused.class);
        assertThat(((Result.Refused<RegisterView>) last).guidance().reason()).isEqualTo(reason);
        last = shop.selling.view(register);
        return this;
    }

    public Till seesProblem(String reason) {
        assertThat(attempt().problem().map(Guidance::reason)).contains(reason);
        return this;
    }

    public Till isAsked(String step) {
        assertThat(attempt().step().map(Step::name)).contains(step);
        return this;
    }

    public Till isWaiting() {
        assertThat(attempt().waiting()).isTrue();
        return this;
    }

    public Till seesNoModal() {
        assertThat(view().attempt()).isEmpty();
        return this;
    }

    public Till sees(long tendered, long left) {
        assertThat(sale().tendered()).isEqualTo(Money.euro(tendered));
        assertThat(sale().left()).isEqualTo(Money.euro(left));
        return this;
    }

    public RegisterView view() {
        if (last instanceof Result.Refused<RegisterView> refused) {
            return fail("Refused: " + refused.guidance().happened());
        }
        return ((Result.Ok<RegisterView>) last).value();
    }

    public SaleView sale() {
        return view().sale().orElseThrow();
    }

    public AttemptView attempt() {
        return view().attempt().orElseThrow();
    }

    public MethodButton button(String method) {
        return view().methods().stream()
                .filter(button -> button.id().equals(method))
                .findFirst()
                .orElseThrow();
    }

    public TenderView tender(int index) {
        return sale().tenders().get(index);
    }
}
