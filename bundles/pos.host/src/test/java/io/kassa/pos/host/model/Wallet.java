package io.kassa.pos.host.model;

import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A well-behaved plug-in of the {@link Bank}: scans, types, asks before it sends, claims last, and keeps nothing itself. */
final class Wallet implements PaymentMethod {

    static final String ID = "wallet";
    static final String SCHEME = "bank:https://bank.example";

    private final PaymentLedger ledger;
    private final Bank bank;

    Wallet(PaymentLedger ledger, Bank bank) {
        this.ledger = ledger;
        this.bank = bank;
    }

    @Override
    public MethodInfo info() {
        return new MethodInfo(
                ID,
                ScriptedWallet.text("Wallet"),
                Duration.ofMinutes(1),
                false,
                true,
                Set.of(Money.EURO),
                Optional.empty(),
                Optional.of(SCHEME));
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return scan(request);
    }

    private Turn.Ask<PaymentOutcome> scan(PaymentRequest request) {
        Step step = new Step.ScanCode("scan", text("Scan"), text("Help"));
        return new Turn.Ask<>(
                step, Optional.empty(), List.of(new Detour("typed", text("Type"), true)), (answer, at) -> {
                    if (answer instanceof Answer.Scanned scanned) {
                        return scanned(request, scanned.code());
                    }
                    return answer instanceof Answer.Detoured ? typed(request) : cancelled();
                });
    }

    private Turn<PaymentOutcome> scanned(PaymentRequest request, String code) {
        Optional<Long> cents = bank.paid(code);
        if (cents.isEmpty()) {
            return scan(request).refusing(ScriptedWallet.guidance("not-a-receipt"));
        }
        Money tendered = Money.euro(cents.get());
        return tendered.isMoreThan(request.eligible())
                ? confirm("surplus", () -> claimed(request, code, tendered), cancelled())
                : claimed(request, code, tendered);
    }

    private Turn<PaymentOutcome> claimed(PaymentRequest request, String id, Money tendered) {
        Claim claim = ledger.claim(reference(id), request.attempt(), request.sale());
        return claim instanceof Claim.Held
                ? scan(request).refusing(ScriptedWallet.guidance("used"))
                : paid(request, tendered, Optional.of(reference(id)), Evidence.CONFIRMED);
    }

    private Turn.Ask<PaymentOutcome> typed(PaymentRequest request) {
        Step step = new Step.EnterAmount("amount", text("Amount"), text("Help"), Optional.empty());
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Amount amount)) {
                return cancelled();
            }
            return amount.money().isPositive()
                    ? paid(request, amount.money(), Optional.empty(), Evidence.ATTESTED)
                    : typed(request).refusing(ScriptedWallet.guidance("nothing"));
        });
    }

    private static Turn<PaymentOutcome> paid(
            PaymentRequest request, Money tendered, Optional<PaymentReference> reference, Evidence evidence) {
        Money applied = tendered.atMost(request.eligible());
        return new Turn.Done<>(
                new PaymentOutcome.Paid(tendered, applied, reference, evidence, Map.of(), List.of(text("Paid"))));
    }

    private static Turn<PaymentOutcome> cancelled() {
        return new Turn.Done<>(new PaymentOutcome.Cancelled());
    }

    private interface Next<O> {
        Turn<O> turn();
    }

    private static <O> Turn<O> confirm(String name, Next<O> yes, Turn<O> no) {
        Step step = new Step.Confirm(name, text(name), List.of(), text("Yes"));
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> answer instanceof Answer.Confirmed ? yes.turn() : no);
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        return request.payment()
                .reference()
                .map(reference -> send(request, reference.id()))
                .orElseGet(() -> name(request));
    }

    private Turn.Ask<RefundOutcome> name(RefundRequest request) {
        Step step = new Step.EnterText("transaction", text("Transaction"), text("Help"), "tx1", 20);
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            if (!(answer instanceof Answer.Text typed)) {
                return new Turn.Done<>(new RefundOutcome.Cancelled());
            }
            boolean sent = ledger.intent(request.attempt()).isPresent();
            return sent || fits(request, typed.text())
                    ? send(request, typed.text())
                    : name(request).refusing(ScriptedWallet.guidance("wrong"));
        });
    }

    private boolean fits(RefundRequest request, String id) {
        return !isUsedBySomebodyElse(request, id) && request.amount().minor() <= left(id);
    }

    private long left(String id) {
        return bank.paid(id).orElse(0L) - bank.refunded(id);
    }

    private boolean isUsedBySomebodyElse(RefundRequest request, String id) {
        return ledger.holder(reference(id))
                .filter(held -> !held.attempt().equals(request.payment().attempt()))
                .isPresent();
    }

    private Turn<RefundOutcome> send(RefundRequest request, String id) {
        return confirm(
                "refund", () -> new Turn.Done<>(sent(request, id)), new Turn.Done<>(new RefundOutcome.Cancelled()));
    }

    private RefundOutcome sent(RefundRequest request, String id) {
        Intent intent = ledger.intend(reference(id), request.attempt(), request.sale(), Map.of());
        if (intent instanceof Intent.Busy) {
            return new RefundOutcome.Declined(ScriptedWallet.guidance("busy"));
        }
        // between its id and the confirmation a receipt may have been scanned: then it pays that sale, and stays there
        if (isUsedBySomebodyElse(request, id)) {
            return new RefundOutcome.Declined(ScriptedWallet.guidance("used"));
        }
        if (!bank.knows(request.attempt().value()) && request.amount().minor() > left(id)) {
            // scanned, and its sale cancelled and the money back, since it was named: a provider keeps what is left
            return new RefundOutcome.Declined(ScriptedWallet.guidance("nothing-left"));
        }
        return bank.refund(id, request.amount().minor(), request.attempt().value())
                ? refunded(request, id)
                : new RefundOutcome.Unknown(ScriptedWallet.guidance("not-known"));
    }

    private static RefundOutcome refunded(RefundRequest request, String id) {
        return new RefundOutcome.Refunded(
                request.amount(), Optional.of(reference(id)), Evidence.CONFIRMED, List.of(text("Back")));
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return new PaymentOutcome.Cancelled();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        Optional<Intent.Open> intent = ledger.intent(same.attempt());
        if (intent.isEmpty()) {
            return new RefundOutcome.Cancelled();
        }
        return bank.knows(same.attempt().value())
                ? refunded(same, intent.get().reference().id())
                : new RefundOutcome.Unknown(ScriptedWallet.guidance("not-known"));
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        String id = typed.orElse("");
        boolean same = bank.paid(id).equals(Optional.of(payment.tendered().minor())) && bank.refunded(id) == 0;
        boolean mine = same && ledger.claim(reference(id), payment.attempt(), payment.sale()) instanceof Claim.Granted;
        return mine
                ? new Verification.Confirmed(reference(id), Map.of())
                : new Verification.Refused(ScriptedWallet.guidance("wrong"));
    }

    private static PaymentReference reference(String id) {
        return new PaymentReference(SCHEME, id);
    }

    private static io.kassa.pos.spi.text.Message text(String text) {
        return ScriptedWallet.text(text);
    }
}
