package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.tck.LedgerInMemory;
import io.kassa.pos.spi.tck.MovableClock;
import io.kassa.pos.spi.tck.ScriptedCashier;
import io.kassa.pos.spi.tck.Walk;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A counter at which tests read as what is said there. Every call of the method is made on a new instance. */
final class Counter implements AutoCloseable {
    final SandboxBench bench;
    final MovableClock clock = new MovableClock(Instant.now());
    final LedgerInMemory books = new LedgerInMemory(clock);
    PaymentLedger ledger = books;
    private int attempts;

    Counter() {
        this(new SandboxBench());
    }

    /** Patient, so that a busy machine does not turn an answer into none. */
    Counter(SandboxBench bench) {
        this.bench = bench;
        bench.configured.put("lookupWaitMillis", 5000);
        bench.configured.put("requestMillis", 5000);
    }

    Counter with(String key, Object value) {
        bench.configured.put(key, value);
        return this;
    }

    PaymentMethod method() {
        return bench.method(ledger, clock);
    }

    PaymentRequest sale(String sale, long due, long eligible) {
        AttemptId attempt = new AttemptId("A-" + ++attempts);
        return new PaymentRequest(attempt, new SaleId(sale), Money.euro(due), Money.euro(eligible), clock.instant());
    }

    /** A sale of 10.00, all of it payable with the benefit. */
    PaymentRequest sale(String sale) {
        return sale(sale, 1000, 1000);
    }

    Walk<PaymentOutcome> pays(PaymentRequest request, Answer... answers) {
        Walk<PaymentOutcome> walk = new ScriptedCashier(clock).walk(method().pay(request), List.of(answers));
        walk.end().ifPresent(outcome -> {
            if (outcome instanceof PaymentOutcome.Paid) {
                books.paid(request.attempt());
            } else {
                books.unpaid(request.attempt());
            }
        });
        return walk;
    }

    Walk<PaymentOutcome> scans(PaymentRequest request, String code) {
        return pays(request, new Answer.Scanned(code));
    }

    Walk<PaymentOutcome> scans(PaymentRequest request, Special kind) {
        return scans(request, special(kind));
    }

    String special(Special kind) {
        return bench.sandbox
                .issue(kind, Sandbox.KAISLA, SandboxBench.BENEFIT, 1000)
                .text();
    }

    static PaymentOutcome.Paid paid(Walk<PaymentOutcome> walk) {
        return (PaymentOutcome.Paid) walk.outcome();
    }

    /** A payment of 10.00 that stands in the books. */
    RecordedPayment payment(String sale) {
        PaymentRequest request = sale(sale);
        return recorded(request, paid(scans(request, bench.code(1000))));
    }

    /** A payment of 10.00 that only the cashier vouches for. */
    RecordedPayment typedPayment(String sale) {
        PaymentRequest request = sale(sale);
        return recorded(request, paid(pays(request, new Answer.Detoured("enter-number"), amount(1000))));
    }

    static Answer amount(long cents) {
        return new Answer.Amount(Money.euro(cents));
    }

    RecordedPayment recorded(PaymentRequest request, PaymentOutcome.Paid paid) {
        return new RecordedPayment(
                request.attempt(),
                request.sale(),
                paid.tendered(),
                paid.applied(),
                Money.euro(0),
                paid.reference(),
                paid.evidence(),
                clock.instant(),
                paid.particulars());
    }

    RefundRequest refund(RecordedPayment payment, long cents) {
        AttemptId attempt = new AttemptId("R-" + ++attempts);
        return new RefundRequest(attempt, payment.sale(), payment, Money.euro(cents), clock.instant());
    }

    Turn<RefundOutcome> asks(RefundRequest request) {
        return method().refund(request);
    }

    Walk<RefundOutcome> refunds(RefundRequest request, Answer... answers) {
        Walk<RefundOutcome> walk = new ScriptedCashier(clock).walk(asks(request), List.of(answers));
        walk.end()
                .filter(outcome -> !(outcome instanceof RefundOutcome.Unknown))
                .ifPresent(known -> books.refundKnown(request.attempt()));
        return walk;
    }

    long sent(Target target) {
        return bench.sandbox.calls().stream()
                .filter(call -> call.target() == target)
                .count();
    }

    long refunded() {
        return bench.refunded().orElseThrow().minor();
    }

    /** Until the provider has processed what it was in no hurry with. */
    void awaitRefunded(long cents) {
        Instant late = Instant.now().plusSeconds(30);
        while (refunded() != cents && Instant.now().isBefore(late)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(refunded()).as("processed within 30 s").isEqualTo(cents);
    }

    static Evidence evidence(Walk<PaymentOutcome> walk) {
        return paid(walk).evidence();
    }

    @Override
    public void close() {
        bench.close();
    }
}
