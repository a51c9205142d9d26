package io.kassa.pos.host.cash;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Money that a cashier handles: cash, and a card terminal that is not connected. The cashier enters an amount, and confirms
 * what goes back. An ordinary method, served by the same code of the till as any plug-in.
 */
public final class HandMethod implements PaymentMethod {

    public static final String CASH = "cash";
    public static final String CARD = "card";

    /** In minor units: nobody hands over as much beyond what is due, and sums stay far from what a {@code long} holds. */
    private static final long BEYOND = 100_000_000;

    private final Texts texts;
    private final MethodInfo info;

    private HandMethod(String id, boolean givesChange, ZoneId zone) {
        this.texts = Texts.beside(HandMethod.class, "hand", zone);
        this.info = new MethodInfo(
                id,
                texts.message(id + ".name"),
                Duration.ofSeconds(1),
                givesChange,
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Gives change. */
    public static HandMethod cash(ZoneId zone) {
        return new HandMethod(CASH, true, zone);
    }

    /** A card terminal beside the till, which the cashier types the amount into. */
    public static HandMethod card(ZoneId zone) {
        return new HandMethod(CARD, false, zone);
    }

    @Override
    public MethodInfo info() {
        return info;
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return enter(request, Optional.empty());
    }

    private Turn<PaymentOutcome> enter(PaymentRequest request, Optional<Guidance> problem) {
        Step step = new Step.EnterAmount(
                "amount", say(".amount.title"), say(".amount.help"), Optional.of(request.eligible()));
        return new Turn.Ask<>(step, problem, List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Amount amount)) {
                return new Turn.Done<>(new PaymentOutcome.Cancelled());
            }
            return problem(request, amount.money())
                    .<Turn<PaymentOutcome>>map(why -> enter(request, Optional.of(why)))
                    .orElseGet(() -> new Turn.Done<>(paid(request, amount.money())));
        });
    }

    private Optional<Guidance> problem(PaymentRequest request, Money money) {
        if (!money.currency().equals(request.due().currency())
                || !money.isPositive()
                || money.isMoreThan(request.eligible()) && money.minor() >= BEYOND) {
            return Optional.of(guidance("amount.wrong"));
        }
        return money.isMoreThan(request.eligible()) && !info.givesChange()
                ? Optional.of(guidance("amount.too-much", request.eligible()))
                : Optional.empty();
    }

    private static PaymentOutcome paid(PaymentRequest request, Money money) {
        return new PaymentOutcome.Paid(
                money, money.atMost(request.eligible()), Optional.empty(), Evidence.ATTESTED, Map.of(), List.of());
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        Step step = new Step.Confirm(
                "confirm",
                say(".refund.title"),
                List.of(say(".refund.line", request.amount())),
                texts.message("refund.confirm", request.amount()));
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> new Turn.Done<>(
                        answer instanceof Answer.Confirmed
                                ? new RefundOutcome.Refunded(
                                        request.amount(), Optional.empty(), Evidence.ATTESTED, List.of())
                                : new RefundOutcome.Cancelled()));
    }

    /** Nothing moves before the cashier confirmed, and then it is booked. */
    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return new PaymentOutcome.Cancelled();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return new RefundOutcome.Cancelled();
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        return new Verification.Refused(guidance("verify.none"));
    }

    private Message say(String code, Object... arguments) {
        return texts.message(info.id() + code, arguments);
    }

    private Guidance guidance(String code, Object... arguments) {
        return new Guidance(
                texts.message(code, arguments), texts.message("money.here"), texts.message(code + ".next", arguments));
    }
}
