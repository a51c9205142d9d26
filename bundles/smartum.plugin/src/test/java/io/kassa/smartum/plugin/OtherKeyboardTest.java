package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundOutcome.Refunded;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.payment.Verification.Confirmed;
import io.kassa.pos.spi.tck.Walk;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.api.Call;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import io.kassa.smartum.sandbox.trouble.Troubles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids alone, typed by a scanner that believes in a US keyboard, at a Finnish till and at a German one, where y and z change places. */
class OtherKeyboardTest {
    private static final String ID = "tx_y0Z00000000000Yz";
    private static final String SWAPPED = "tx_z0Y00000000000Zy";

    private final ChosenIds ids = new ChosenIds();
    private final Counter counter = new Counter(new SandboxBench(ids.in(Options.inMemory()), "shipped"));

    @AfterEach
    void close() {
        counter.close();
    }

    /** What a till makes of an id that a scanner sends as to a US keyboard. */
    enum Till {
        FINNISH {
            @Override
            String writes(String id) {
                return id.replace('_', '?');
            }
        },
        GERMAN {
            @Override
            String writes(String id) {
                return swapped(id).replace('_', '?');
            }
        };

        abstract String writes(String id);
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void paysWithTheSpellingThatSmartumKnows(Till till) {
        paid(ID);
        PaymentOutcome.Paid paid = Counter.paid(counter.scans(counter.sale("S"), till.writes(ID)));
        assertThat(paid.reference())
                .hasValueSatisfying(reference -> assertThat(reference.id()).isEqualTo(ID));
        assertThat(reason(counter.scans(counter.sale("S2"), till.writes(ID)))).isEqualTo("receipt.used");
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void aTypedPaymentGetsTheSpellingThatSmartumKnows(Till till) {
        RecordedPayment payment = counter.typedPayment("S");
        paid(ID);
        assertThat(verify(payment, till.writes(ID)))
                .isInstanceOfSatisfying(
                        Confirmed.class,
                        confirmed -> assertThat(confirmed.reference().id()).isEqualTo(ID));
        RecordedPayment other = counter.typedPayment("S2");
        assertThat(verify(other, till.writes(ID)))
                .as("that it was this one is a guess, and no case is opened on a guess")
                .isInstanceOf(Verification.Refused.class)
                .satisfies(several -> assertThat(reason(several)).isEqualTo("verify.id-several"));
        assertThat(reason(verify(other, ID))).isEqualTo("verify.used");
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void thatOneOfThemIsUsedTheBooksKnowAlsoWhileSmartumIsAway(Till till) {
        RecordedPayment payment = counter.typedPayment("S");
        paid(ID);
        Counter.paid(counter.scans(counter.sale("S1"), ID));
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(reason(counter.scans(counter.sale("S2"), till.writes(ID)))).isEqualTo("receipt.used");
        assertThat(reason(verify(payment, till.writes(ID)))).isEqualTo("verify.id-several");
        assertThat(reason(verify(payment, ID))).isEqualTo("verify.used");
        assertThat(refusal(payment, till, ID)).isEqualTo("refund.id-used");
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void aBookedPaymentIsComparedUnderTheSpellingThatIsBooked(Till till) {
        paid(ID);
        PaymentRequest sale = counter.sale("S");
        RecordedPayment payment = counter.recorded(sale, Counter.paid(counter.scans(sale, ID)));
        assertThat(verify(payment, till.writes(ID))).isInstanceOf(Confirmed.class);
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void refundsTheSpellingThatSmartumKnows(Till till) {
        RecordedPayment payment = counter.typedPayment("S");
        paid(ID);
        Walk<RefundOutcome> walk = counter.refunds(counter.refund(payment, 1000), typed(till, ID));
        assertThat(walk.outcome())
                .isInstanceOfSatisfying(
                        Refunded.class,
                        refunded -> assertThat(refunded.reference())
                                .hasValueSatisfying(
                                        reference -> assertThat(reference.id()).isEqualTo(ID)));
        assertThat(counter.refunded()).isEqualTo(1000);
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void aRefundThatWasSentGoesOnUnderItsSpellingWhileSmartumIsAway(Till till) {
        RefundRequest request = counter.refund(counter.typedPayment("S"), 400);
        paid(ID);
        counter.bench.sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        assertThat(counter.refunds(request, typed(till, ID)).outcome()).isInstanceOf(RefundOutcome.Unknown.class);
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(counter.refunds(request, typed(till, ID)).outcome()).isInstanceOf(RefundOutcome.Unknown.class);
        counter.bench.sandbox.troubles().clear();
        assertThat(counter.refunds(request, typed(till, ID)).outcome()).isInstanceOf(Refunded.class);
        assertThat(counter.refunded()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void whereOneSpellingHasNoAnswerNoOtherIsTaken(Till till) {
        RecordedPayment payment = counter.typedPayment("S");
        paid(ID);
        for (boolean first : new boolean[] {true, false}) {
            silent(first);
            assertThat(reason(counter.scans(counter.sale("S1"), till.writes(ID))))
                    .isEqualTo("number.unanswered");
            silent(first);
            assertThat(verify(payment, till.writes(ID))).isInstanceOf(Verification.Unanswered.class);
            silent(first);
            assertThat(refusal(payment, till, ID)).isEqualTo("refund.unanswered");
        }
        assertThat(counter.sent(Target.REFUND)).isZero();
    }

    /** As it would be if Smartum had another answer than the assumed one for an id that nobody has: trying again is of no use. */
    @ParameterizedTest
    @EnumSource(Till.class)
    void whoCannotBeToldWhichSpellingIsMeantIsNotSentToTryAgain(Till till) {
        RecordedPayment payment = counter.typedPayment("S");
        paid(ID);
        for (Trouble other : List.of(new Trouble.Status(404, 0), new Trouble.Refusal(400, "malformed", 0))) {
            for (boolean first : new boolean[] {true, false}) {
                strike(first, other);
                assertThat(codes(counter.scans(counter.sale("S1"), till.writes(ID))))
                        .containsExactly("number.unanswered", "money.unproved", "next.not-this-scanner");
                strike(first, other);
                assertThat(codes(unanswered(payment, till.writes(ID))))
                        .containsExactly("verify.unanswered", "money.as-booked", "next.id-by-hand");
                strike(first, other);
                assertThat(codes(counter.refunds(counter.refund(payment, 1000), typed(till, ID))))
                        .containsExactly("refund.unanswered", "money.with-shop", "next.id-by-hand");
            }
            strike(true, other);
            assertThat(codes(counter.scans(counter.sale("S1"), ID)))
                    .as("as it came, it has one spelling")
                    .containsExactly("number.unanswered", "money.unproved", "next.scan-full-code");
        }
        assertThat(counter.sent(Target.REFUND)).isZero();
    }

    /** Only of a payment whose id is in the books does the till ask by itself. */
    @Test
    void whoComparesAnIdTypedByHandWhileSmartumIsAwayIsSentToTryAgain() {
        RecordedPayment payment = counter.typedPayment("S");
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(codes(unanswered(payment, ID)))
                .containsExactly("verify.unanswered", "money.as-booked", "next.id-later");
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void ofTwoThatSmartumKnowsNoneIsGuessed(Till till) {
        RecordedPayment payment = counter.typedPayment("S");
        paid(ID);
        paid(SWAPPED);
        assertThat(reason(counter.scans(counter.sale("S1"), till.writes(ID)))).isEqualTo("number.several");
        assertThat(reason(verify(payment, till.writes(ID)))).isEqualTo("verify.id-several");
        assertThat(refusal(payment, till, ID)).isEqualTo("refund.id-several");
        counter.bench.sandbox.books().cancel(SWAPPED);
        assertThat(reason(counter.scans(counter.sale("S1"), till.writes(ID))))
                .as("not the other one instead of one that was cancelled")
                .isEqualTo("number.several");
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void oneOfThisVenueIsMeantAndNotOneOfAnother(Till till) {
        elsewhere(SWAPPED);
        assertThat(reason(counter.scans(counter.sale("S"), till.writes(ID))))
                .as("rather that than a forgery")
                .isEqualTo("receipt.other-venue");
        paid(ID);
        assertThat(Counter.paid(counter.scans(counter.sale("S"), till.writes(ID)))
                        .reference())
                .hasValueSatisfying(reference -> assertThat(reference.id()).isEqualTo(ID));
    }

    @Test
    void whereSmartumKnowsNoneTheFirstIsRefused() {
        RecordedPayment payment = counter.typedPayment("S");
        assertThat(reason(counter.scans(counter.sale("S1"), Till.FINNISH.writes(ID))))
                .isEqualTo("receipt.unknown-to-provider");
        assertThat(reason(verify(payment, Till.FINNISH.writes(ID)))).isEqualTo("verify.id-unknown");
        assertThat(refusal(payment, Till.FINNISH, ID)).isEqualTo("refund.id-unknown");
        assertThat(lookedUp()).hasSize(6).startsWith(ID, SWAPPED);
    }

    @Test
    void anIdTypedByHandIsLookedUpAsItIs() {
        RecordedPayment payment = counter.typedPayment("S");
        paid(SWAPPED);
        assertThat(reason(counter.scans(counter.sale("S1"), ID))).isEqualTo("receipt.unknown-to-provider");
        assertThat(reason(verify(payment, ID))).isEqualTo("verify.id-unknown");
        assertThat(reason(counter.refunds(counter.refund(payment, 1000), new Answer.Text(ID))))
                .isEqualTo("refund.id-unknown");
        assertThat(lookedUp()).containsExactly(ID, ID, ID);
    }

    private void paid(String id) {
        ids.next(id.substring(3));
        assertThat(counter.bench
                        .sandbox
                        .pay(Sandbox.KAISLA, SandboxBench.BENEFIT, 1000)
                        .id())
                .isEqualTo(id);
    }

    private void elsewhere(String id) {
        ids.next(id.substring(3));
        assertThat(counter.bench
                        .sandbox
                        .issue(Special.OTHER_VENUE, Sandbox.KAISLA, SandboxBench.BENEFIT, 1000)
                        .id())
                .isEqualTo(id);
    }

    /** The first or the second question from now on has no answer, and all others have. */
    private void silent(boolean first) {
        strike(first, new Trouble.Status(503, 0));
    }

    private void strike(boolean first, Trouble trouble) {
        Troubles troubles = counter.bench.sandbox.troubles();
        if (first) {
            troubles.set(Target.LOOK_UP, trouble, 1);
            return;
        }
        troubles.set(Target.LOOK_UP, new Trouble.AnswerLate(1), 1);
        AtomicBoolean waits = new AtomicBoolean(true);
        troubles.onChange(() -> {
            if (waits.getAndSet(false)) {
                troubles.set(Target.LOOK_UP, trouble, 1);
            }
        });
    }

    private List<String> lookedUp() {
        return counter.bench.sandbox.calls().stream()
                .filter(call -> call.target() == Target.LOOK_UP)
                .map(Call::path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    private Verification verify(RecordedPayment payment, String typed) {
        return counter.method().verify(payment, Optional.of(typed));
    }

    private String refusal(RecordedPayment payment, Till till, String id) {
        return reason(counter.refunds(counter.refund(payment, 1000), typed(till, id)));
    }

    private static Answer typed(Till till, String id) {
        return new Answer.Text(till.writes(id));
    }

    private static String swapped(String id) {
        StringBuilder swapped = new StringBuilder();
        for (char c : id.toCharArray()) {
            int at = "yzYZ".indexOf(c);
            swapped.append(at < 0 ? c : "zyZY".charAt(at));
        }
        return swapped.toString();
    }

    private Guidance unanswered(RecordedPayment payment, String typed) {
        return ((Verification.Unanswered) verify(payment, typed)).guidance();
    }

    private static List<String> codes(Walk<?> walk) {
        return codes(walk.refusal().orElseThrow());
    }

    private static List<String> codes(Guidance guidance) {
        return List.of(
                guidance.reason(), guidance.money().code(), guidance.next().code());
    }

    private static String reason(Walk<?> walk) {
        return walk.refusal().map(Guidance::reason).orElseThrow();
    }

    private static String reason(Verification verification) {
        return verification instanceof Verification.Contradicted contradicted
                ? contradicted.guidance().reason()
                : ((Verification.Refused) verification).guidance().reason();
    }
}
