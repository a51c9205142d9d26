package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundOutcome.Declined;
import io.kassa.pos.spi.payment.RefundOutcome.Refunded;
import io.kassa.pos.spi.payment.RefundOutcome.Unknown;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.tck.Walk;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.plugin.LostAnswers.Row;
import io.kassa.smartum.plugin.LostAnswers.Then;
import io.kassa.smartum.plugin.LostAnswers.When;
import io.kassa.smartum.plugin.text.Reason;
import io.kassa.smartum.sandbox.api.Call;
import io.kassa.smartum.sandbox.trouble.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@link LostAnswers} over real HTTP. In each, what stands in the books at the end is what the provider did. */
@Timeout(60)
class LostAnswersTest {
    private static final long CENTS = 400;

    private final Counter counter = new Counter();

    static List<Row> rows() {
        return LostAnswers.rows();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRefundThatIsStruck(Row row) throws InterruptedException {
        RefundRequest request = counter.refund(payment(row), CENTS);
        row.settings().forEach(counter::with);
        if (row.when() != When.AT_THE_CALL) {
            strike(row, Target.REFUND);
        } else {
            counter.ledger =
                    new ElsewhereFirst(counter.books, ElsewhereFirst.Call.INTEND, () -> strike(row, Target.REFUND));
        }
        RefundOutcome outcome = counter.refunds(request).outcome();
        assertThat(said(outcome)).isEqualTo(row.fate().refund());
        calm();
        if (outcome instanceof Declined) {
            assertThat(counter.refunded())
                    .as("declined is only what nothing went back of")
                    .isZero();
        } else {
            assertThat(counter.sent(Target.REFUND)).as("it left").isPositive();
        }
        if (row.when() == When.ELSEWHERE) {
            assertThat(counter.books.intents()).as("nothing is held up").isEmpty();
            assertThat(said(counter.refunds(counter.refund(request.payment(), CENTS))
                            .outcome()))
                    .as("a new one can be begun at once")
                    .isEqualTo(row.fate().refund());
        } else {
            then(row.fate().then(), request, outcome);
            assertThat(counter.refunded()).isEqualTo(CENTS);
        }
    }

    private void then(Then then, RefundRequest request, RefundOutcome outcome) throws InterruptedException {
        switch (then) {
            case NOTHING -> assertThat(keys(request)).isEqualTo(1);
            case TOKEN_RENEWED -> assertThat(keys(request)).isEqualTo(2);
            case BEGIN_AGAIN -> {
                RefundRequest other = counter.refund(request.payment(), CENTS);
                assertThat(counter.refunds(other).outcome()).isInstanceOf(Refunded.class);
            }
            case ASKED -> {
                counter.clock.move(Duration.ofSeconds(2));
                assertThat(counter.method().inquire(request)).isInstanceOf(Refunded.class);
                assertThat(keys(request)).isEqualTo(1);
            }
            case ASKED_WHEN_DONE -> {
                assertThat(again(request)).isInstanceOf(Unknown.class);
                awaitProcessing();
                assertThat(counter.method().inquire(request)).isInstanceOf(Refunded.class);
                assertThat(keys(request)).isEqualTo(1);
            }
            case SENT_AGAIN_WHEN_TOLD -> {
                assertThat(((Unknown) outcome).pause()).contains(Duration.ofSeconds(90));
                counter.clock.move(Duration.ofSeconds(90));
                assertThat(again(request)).isInstanceOf(Refunded.class);
                assertThat(keys(request)).isEqualTo(2);
            }
            case SENT_AGAIN -> {
                counter.clock.move(Duration.ofSeconds(59));
                assertThat(again(request)).isInstanceOf(Unknown.class);
                assertThat(keys(request)).as("it may still arrive").isEqualTo(1);
                counter.clock.move(Duration.ofSeconds(1));
                assertThat(again(request)).isInstanceOf(Refunded.class);
                assertThat(keys(request)).isEqualTo(2);
            }
        }
    }

    /** As a host does: it asks, and where that is not known tells everything again. */
    private RefundOutcome again(RefundRequest request) {
        assertThat(counter.method().inquire(request)).isInstanceOf(Unknown.class);
        return counter.refunds(request).outcome();
    }

    /** How often the refund was sent; all under the key of its attempt. */
    private long keys(RefundRequest request) {
        List<Call> sent = counter.bench.sandbox.calls().stream()
                .filter(call -> call.target() == Target.REFUND)
                .toList();
        assertThat(sent).extracting(Call::key).containsOnly(request.attempt().value());
        return sent.size();
    }

    private void awaitProcessing() throws InterruptedException {
        for (int tries = 0; counter.refunded() == 0 && tries < 200; tries++) {
            Thread.sleep(50);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aLookUpBeforeARefundThatIsStruck(Row row) {
        RefundRequest request = counter.refund(payment(row), CENTS);
        strike(row, Target.LOOK_UP);
        RefundOutcome outcome = counter.refunds(request).outcome();
        assertThat(said(outcome)).isEqualTo(row.fate().lookUp());
        assertThat(counter.sent(Target.REFUND)).isEqualTo(outcome instanceof Refunded ? 1 : 0);
        assertThat(counter.refunded()).isEqualTo(outcome instanceof Refunded ? CENTS : 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void anInquiryThatIsStruck(Row row) {
        RecordedPayment payment = payment(row);
        RefundRequest request = counter.refund(payment, CENTS);
        var reference = payment.reference().orElseThrow();
        counter.books.intend(reference, request.attempt(), request.sale(), Map.of("refunded-before", "0"));
        counter.bench.sandbox.books().refundByService(reference.id(), CENTS);
        strike(row, Target.LOOK_UP);
        assertThat(said(counter.method().inquire(request))).isEqualTo(row.fate().inquiry());
        assertThat(counter.sent(Target.REFUND)).as("an inquiry sends nothing").isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aLookUpOfAScannedReceiptThatIsStruck(Row row) {
        String code = counter.bench.code(1000);
        strike(row, Target.LOOK_UP);
        Walk<PaymentOutcome> walk = counter.scans(counter.sale("S"), code);
        String said = walk.end()
                .map(paid -> "Paid, " + ((PaymentOutcome.Paid) paid).evidence())
                .orElseGet(() ->
                        "refused, `" + walk.refusal().map(Guidance::reason).orElseThrow() + "`");
        assertThat(said).isEqualTo(row.fate().scan());
    }

    /** A payment at the address that the row asks. */
    private RecordedPayment payment(Row row) {
        if (row.when() == When.ELSEWHERE) {
            strike(row, Target.ALL);
        }
        return counter.payment("S");
    }

    private void strike(Row row, Target target) {
        row.settings().forEach(counter::with);
        row.strike().on(counter, target);
    }

    private void calm() {
        counter.bench.sandbox.troubles().clear();
        counter.with("requestMillis", 5000).with("connectMillis", 1000);
        counter.bench.secretIsThere = true;
        counter.ledger = counter.books;
    }

    private static String said(RefundOutcome outcome) {
        if (outcome instanceof Declined declined) {
            return "Declined, `" + declined.guidance().reason() + "`";
        }
        if (outcome instanceof Refunded refunded) {
            assertThat(refunded.amount()).isEqualTo(Money.euro(CENTS));
            return "Refunded";
        }
        Unknown unknown = (Unknown) outcome;
        assertThat(unknown.guidance().reason())
                .as("what the cashier reads")
                .isEqualTo(Reason.REFUND_NOT_KNOWN.happened());
        return "Unknown";
    }
}
