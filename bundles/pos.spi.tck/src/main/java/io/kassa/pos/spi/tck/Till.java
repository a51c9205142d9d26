package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.fail;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Turn;
import java.util.List;
import java.util.Optional;

/** What a host does around a payment method, as far as the rules need it. */
final class Till {

    final MovableClock clock;
    final LedgerInMemory books;

    private final PaymentBench bench;
    private final ScriptedCashier cashier;
    private int sales;
    private int attempts;

    Till(PaymentBench bench) {
        this.bench = bench;
        this.clock = new MovableClock(bench.now());
        this.books = new LedgerInMemory(clock);
        this.cashier = new ScriptedCashier(clock);
    }

    PaymentMethod method() {
        return method(books);
    }

    PaymentMethod method(PaymentLedger ledger) {
        return bench.method(ledger, clock);
    }

    PaymentRequest sale(Money due) {
        return sale(due, due);
    }

    PaymentRequest sale(Money due, Money eligible) {
        return attempt(new SaleId("SALE-" + ++sales), due, eligible);
    }

    /** The next attempt to pay the sale of this one. */
    PaymentRequest again(PaymentRequest same) {
        return attempt(same.sale(), same.due(), same.eligible());
    }

    private PaymentRequest attempt(SaleId sale, Money due, Money eligible) {
        return new PaymentRequest(nextAttempt(), sale, due, eligible, clock.instant());
    }

    RefundRequest refund(RecordedPayment payment, Money amount) {
        return new RefundRequest(nextAttempt(), payment.sale(), payment, amount, clock.instant());
    }

    private AttemptId nextAttempt() {
        return new AttemptId("ATTEMPT-" + ++attempts + "-"
                + Long.toString(bench.hashCode(), 36).replace("-", "n"));
    }

    Walk<PaymentOutcome> pay(PaymentMethod method, PaymentRequest request, List<Answer> script) {
        return stored(request, cashier.walk(method.pay(request), script));
    }

    Walk<PaymentOutcome> pay(PaymentRequest request, List<Answer> script) {
        return pay(method(), request, script);
    }

    /** Pays in the same way, and stops after so many answers. */
    Walk<PaymentOutcome> pay(PaymentRequest request, List<Answer> script, int mostAnswers) {
        return stored(request, cashier.walk(method().pay(request), script, mostAnswers));
    }

    /** Goes on from a question that is open. */
    Walk<PaymentOutcome> goOn(PaymentRequest request, Turn<PaymentOutcome> turn, List<Answer> script) {
        return stored(request, cashier.walk(turn, script));
    }

    /** The host was started again: another instance, the same attempt, the stored answers, then the script. */
    Walk<PaymentOutcome> resume(PaymentRequest request, List<Given> stored, List<Answer> script) {
        return stored(request, cashier.resume(method().pay(request), stored, script));
    }

    Walk<RefundOutcome> refund(PaymentMethod method, RefundRequest request, List<Answer> script) {
        return stored(request, cashier.walk(method.refund(request), script));
    }

    Walk<RefundOutcome> refund(RefundRequest request, List<Answer> script) {
        return refund(method(), request, script);
    }

    Walk<RefundOutcome> resume(RefundRequest request, List<Given> stored, List<Answer> script) {
        return stored(request, cashier.resume(method().refund(request), stored, script));
    }

    /** A payment as it should be; fails the test when the plug-in does not take the bench's own good answers. */
    PaymentOutcome.Paid paid(PaymentRequest request, List<Answer> script) {
        Walk<PaymentOutcome> walk = pay(request, script);
        return walk.end().orElse(new PaymentOutcome.Cancelled()) instanceof PaymentOutcome.Paid paid
                ? paid
                : fail("Good answers were not paid: " + walk);
    }

    RecordedPayment recorded(PaymentRequest request, PaymentOutcome.Paid paid) {
        return recorded(request, paid, paid.reference(), paid.evidence());
    }

    RecordedPayment recorded(
            PaymentRequest request, PaymentOutcome.Paid paid, Optional<PaymentReference> reference, Evidence evidence) {
        Money none = Money.zero(paid.tendered().currency());
        return new RecordedPayment(
                request.attempt(),
                request.sale(),
                paid.tendered(),
                paid.applied(),
                none,
                reference,
                evidence,
                clock.instant(),
                paid.particulars());
    }

    RecordedPayment payment(Money amount) {
        PaymentRequest request = sale(amount);
        return recorded(request, paid(request, bench.answersThatPay(amount)));
    }

    RefundOutcome stored(RefundRequest request, RefundOutcome outcome) {
        if (!(outcome instanceof RefundOutcome.Unknown)) {
            books.refundKnown(request.attempt());
        }
        return outcome;
    }

    private Walk<RefundOutcome> stored(RefundRequest request, Walk<RefundOutcome> walk) {
        walk.end().ifPresent(outcome -> stored(request, outcome));
        return walk;
    }

    private Walk<PaymentOutcome> stored(PaymentRequest request, Walk<PaymentOutcome> walk) {
        walk.end().ifPresent(outcome -> {
            if (outcome instanceof PaymentOutcome.Paid) {
                books.paid(request.attempt());
            } else if (!(outcome instanceof PaymentOutcome.Unknown)) {
                books.unpaid(request.attempt());
            }
        });
        return walk;
    }
}
