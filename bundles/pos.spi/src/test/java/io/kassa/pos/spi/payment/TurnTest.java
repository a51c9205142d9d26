package io.kassa.pos.spi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnTest {

    private static final Message TEXT = new Message("t", List.of(), Map.of("en", "Text"));
    private static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");

    private final Turn.Ask<String> scan = new Turn.Ask<>(
            new Step.ScanCode("scan", TEXT, TEXT),
            Optional.empty(),
            List.of(new Detour("enter", TEXT, true)),
            (answer, at) -> new Turn.Done<>(answer.getClass().getSimpleName() + at));

    static List<Answer> whatAnswersAScan() {
        return List.of(new Answer.Scanned("code"), new Answer.Detoured("enter"), new Answer.Cancelled());
    }

    static List<Answer> whatDoesNot() {
        return List.of(
                new Answer.Amount(Money.euro(1)),
                new Answer.Text("text"),
                new Answer.Confirmed(),
                new Answer.Detoured("elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("whatAnswersAScan")
    void aFittingAnswerReachesThePlugInWithItsTime(Answer answer) {
        assertThat(scan.answer(answer, NOON))
                .isEqualTo(new Turn.Done<>(answer.getClass().getSimpleName() + NOON));
    }

    @ParameterizedTest
    @MethodSource("whatDoesNot")
    void anAnswerThatDoesNotFitIsABugOfTheHost(Answer answer) {
        assertThatThrownBy(() -> scan.answer(answer, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalIsTheSameStepWithItsReason() {
        Guidance why = new Guidance(TEXT, TEXT, TEXT);

        assertThat(scan.refusing(why).problem()).contains(why);
        assertThat(scan.refusing(why).step()).isEqualTo(scan.step());
    }

    @Test
    void P8_whatWasScannedOrTypedDoesNotPrint() {
        assertThat(new Answer.Scanned("eyJhbGciOi").toString()).doesNotContain("eyJ");
        assertThat(new Answer.Text("tx_R60D21hL60bj5N1v").toString()).doesNotContain("tx_");
    }

    @Test
    void P3_aPaymentAppliesAtMostWhatWasTendered() {
        assertThatThrownBy(() -> new PaymentOutcome.Paid(
                        Money.euro(10), Money.euro(11), Optional.empty(), Evidence.SIGNED, Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void R1_aRefundAsksForAtMostWhatIsLeft() {
        SaleId sale = new SaleId("R1-1");
        RecordedPayment payment = new RecordedPayment(
                new AttemptId("a"),
                sale,
                Money.euro(10),
                Money.euro(10),
                Money.euro(4),
                Optional.empty(),
                Evidence.ATTESTED,
                NOON,
                Map.of());

        assertThat(payment.refundable()).isEqualTo(Money.euro(6));
        assertThatThrownBy(() -> new RefundRequest(new AttemptId("b"), sale, payment, Money.euro(7), NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new RefundRequest(new AttemptId("b"), new SaleId("R1-2"), payment, Money.euro(6), NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
