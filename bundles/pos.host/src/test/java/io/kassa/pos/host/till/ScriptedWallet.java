package io.kassa.pos.host.till;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
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
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A wallet provider's plug-in, for the tests of the till: codes read {@code pay:ID:CENTS}. What its provider does next is
 * scripted; it keeps no session itself.
 */
public final class ScriptedWallet implements PaymentMethod {

    public static final String ID = "wallet";
    public static final String SCHEME = "wallet:https://wallet.example";

    public final List<String> calls = new ArrayList<>();
    /** Of refunds that it was asked to make or about. */
    public final List<AttemptId> attempts = new ArrayList<>();

    public final Deque<RefundOutcome> refunds = new ArrayDeque<>();
    public final Deque<RefundOutcome> refundInquiries = new ArrayDeque<>();
    public final Deque<PaymentOutcome> paymentInquiries = new ArrayDeque<>();
    public final Deque<Verification> verifications = new ArrayDeque<>();
    /** Hears of every call, before anything else. */
    public volatile Consumer<String> called = how -> {};

    final boolean filtered;
    public volatile Runnable beforeAnswer = () -> {};
    public volatile Runnable afterClaim = () -> {};
    /** What it says instead of asking for a code, or when the cashier gives up. */
    public volatile Function<PaymentRequest, Optional<PaymentOutcome>> atOnce = request -> Optional.empty();

    public volatile Function<PaymentRequest, Optional<PaymentOutcome>> givenUp = request -> Optional.empty();
    /** While its provider is asked how something ended, or to compare. */
    public volatile Runnable whileAsked = () -> {};

    public volatile Runnable beforeRefund = () -> {};
    public volatile Runnable whileRefundIsSent = () -> {};
    /** What becomes of a payment on its way to the till. */
    public volatile UnaryOperator<PaymentOutcome.Paid> bent = UnaryOperator.identity();

    public volatile String scanStep = "scan";
    public volatile Evidence evidence = Evidence.CONFIRMED;

    private final String id;
    private final String scheme;
    private final PaymentLedger ledger;
    private final Duration patience;

    public ScriptedWallet(PaymentLedger ledger, boolean filtered) {
        this(ledger, filtered, Duration.ofMillis(300));
    }

    ScriptedWallet(PaymentLedger ledger, boolean filtered, Duration patience) {
        this(ledger, filtered, patience, ID, SCHEME);
    }

    private ScriptedWallet(PaymentLedger ledger, boolean filtered, Duration patience, String id, String scheme) {
        this.id = id;
        this.scheme = scheme;
        this.ledger = ledger;
        this.filtered = filtered;
        this.patience = patience;
    }

    /** Another configuration, which speaks that scheme. */
    public static ScriptedWallet other(PaymentLedger ledger, String id, String scheme) {
        return new ScriptedWallet(ledger, false, Duration.ofMillis(300), id, scheme);
    }

    @Override
    public MethodInfo info() {
        return new MethodInfo(
                id,
                text("Wallet"),
                patience,
                false,
                filtered,
                Set.of(Money.EURO),
                Optional.empty(),
                Optional.of(scheme));
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        called.accept("pay");
        calls.add("pay " + request.attempt());
        return atOnce.apply(request)
                .<Turn<PaymentOutcome>>map(Turn.Done::new)
                .orElseGet(() -> scan(request, Optional.empty()));
    }

    /** That a receipt paid, whatever the request allows. */
    public PaymentOutcome paid(PaymentRequest request, String id, long tendered, long applied) {
        PaymentReference reference = new PaymentReference(scheme, id);
        ledger.claim(reference, request.attempt(), request.sale());
        return new PaymentOutcome.Paid(
                Money.euro(tendered), Money.euro(applied), Optional.of(reference), evidence, Map.of(), List.of());
    }

    private Turn<PaymentOutcome> scan(PaymentRequest request, Optional<Guidance> problem) {
        Step step = new Step.ScanCode(scanStep, text("Scan"), text("Help"));
        List<Detour> detours = List.of(new Detour("typed", text("Enter number"), true));
        return new Turn.Ask<>(step, problem, detours, (answer, at) -> {
            called.accept("answer");
            beforeAnswer.run();
            if (answer instanceof Answer.Scanned scanned) {
                calls.add("scanned at " + at);
                return scanned(request, scanned.code());
            }
            return answer instanceof Answer.Detoured
                    ? typed(request, Optional.empty())
                    : new Turn.Done<>(givenUp.apply(request).orElseGet(PaymentOutcome.Cancelled::new));
        });
    }

    private Turn<PaymentOutcome> typed(PaymentRequest request, Optional<Guidance> problem) {
        Step step = new Step.EnterAmount("amount", text("Amount"), text("Help"), Optional.of(request.eligible()));
        List<Detour> detours = List.of(new Detour("scan", text("Scan"), false));
        return new Turn.Ask<>(step, problem, detours, (answer, at) -> {
            called.accept("answer");
            if (answer instanceof Answer.Amount amount) {
                return new Turn.Done<>(typed(request, amount.money()));
            }
            return answer instanceof Answer.Detoured
                    ? scan(request, Optional.empty())
                    : new Turn.Done<>(new PaymentOutcome.Cancelled());
        });
    }

    private static PaymentOutcome typed(PaymentRequest request, Money amount) {
        return new PaymentOutcome.Paid(
                amount, amount.atMost(request.eligible()), Optional.empty(), Evidence.ATTESTED, Map.of(), List.of());
    }

    private Turn<PaymentOutcome> scanned(PaymentRequest request, String code) {
        String[] parts = code.split(":");
        if (parts.length != 3 || !parts[0].equals("pay")) {
            return scan(request, Optional.of(guidance("not-a-receipt")));
        }
        Money tendered = Money.euro(Long.parseLong(parts[2]));
        if (tendered.isMoreThan(request.eligible())) {
            return surplus(request, parts[1], tendered);
        }
        return claimed(request, parts[1], tendered);
    }

    private Turn<PaymentOutcome> surplus(PaymentRequest request, String id, Money tendered) {
        Step step = new Step.Confirm("surplus", text("No change is given"), List.of(), text("Yes"));
        return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
            called.accept("answer");
            return answer instanceof Answer.Confirmed
                    ? claimed(request, id, tendered)
                    : new Turn.Done<>(new PaymentOutcome.Cancelled());
        });
    }

    private Turn<PaymentOutcome> claimed(PaymentRequest request, String id, Money tendered) {
        PaymentReference reference = new PaymentReference(scheme, id);
        Claim claim = ledger.claim(reference, request.attempt(), request.sale());
        if (claim instanceof Claim.Held) {
            return scan(request, Optional.of(guidance("used")));
        }
        afterClaim.run();
        return new Turn.Done<>(bent.apply(new PaymentOutcome.Paid(
                tendered,
                tendered.atMost(request.eligible()),
                Optional.of(reference),
                evidence,
                Map.of("venue", "ven_1"),
                List.of(text("Wallet " + id)))));
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        called.accept("refund");
        calls.add("refund " + request.amount());
        attempts.add(request.attempt());
        if (request.payment().reference().isEmpty()) {
            Step step = new Step.EnterText("transaction", text("Transaction"), text("Help"), "tx_1", 20);
            return new Turn.Ask<>(step, Optional.empty(), List.of(), (answer, at) -> {
                called.accept("answer");
                beforeAnswer.run();
                return answer instanceof Answer.Text text
                        ? sent(request, new PaymentReference(scheme, text.text()))
                        : new Turn.Done<>(new RefundOutcome.Cancelled());
            });
        }
        return sent(request, request.payment().reference().get());
    }

    private Turn<RefundOutcome> sent(RefundRequest request, PaymentReference reference) {
        beforeRefund.run();
        ledger.intend(reference, request.attempt(), request.sale(), Map.of());
        whileRefundIsSent.run();
        RefundOutcome outcome = refunds.isEmpty()
                ? new RefundOutcome.Refunded(
                        request.amount(), Optional.of(reference), Evidence.CONFIRMED, List.of(text("Back")))
                : refunds.remove();
        return new Turn.Done<>(outcome);
    }

    public static RefundOutcome back(Money amount) {
        return new RefundOutcome.Refunded(amount, Optional.empty(), Evidence.CONFIRMED, List.of(text("Back")));
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        called.accept("inquire payment");
        calls.add("inquire payment");
        whileAsked.run();
        return paymentInquiries.isEmpty() ? new PaymentOutcome.Cancelled() : paymentInquiries.remove();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        called.accept("inquire refund");
        calls.add("inquire refund");
        attempts.add(same.attempt());
        whileAsked.run();
        return refundInquiries.isEmpty() ? new RefundOutcome.Unknown(guidance("silent")) : refundInquiries.remove();
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        called.accept("verify");
        calls.add("verify " + typed.orElse("-"));
        whileAsked.run();
        return verifications.isEmpty() ? new Verification.Unanswered(guidance("silent")) : verifications.remove();
    }

    public static Guidance guidance(String code) {
        Message message = new Message(code, List.of(), Map.of("en", code));
        return new Guidance(message, message, message);
    }

    public static Message text(String text) {
        return new Message("wallet", List.of(), Map.of("en", text));
    }
}
