package io.kassa.smartum.plugin;

import static io.kassa.smartum.plugin.Counter.amount;
import static io.kassa.smartum.plugin.Counter.evidence;
import static io.kassa.smartum.plugin.Counter.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.tck.Walk;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayingTest {
    private final Counter counter = new Counter();

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void oneScanPaysTheExactAmount() {
        PaymentRequest sale = counter.sale("R1-000001");
        Receipt receipt = counter.bench.sandbox.pay(Sandbox.KAISLA, SandboxBench.BENEFIT, 1000);
        Walk<PaymentOutcome> walk = counter.scans(sale, receipt.text());
        assertThat(walk.given()).hasSize(1);
        PaymentOutcome.Paid paid = paid(walk);
        assertThat(paid.tendered()).isEqualTo(Money.euro(1000));
        assertThat(paid.applied()).isEqualTo(Money.euro(1000));
        assertThat(paid.evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(paid.reference())
                .contains(new PaymentReference("smartum:" + counter.bench.sandbox.root(), receipt.id()));
        assertThat(texts(paid.receiptLines()))
                .containsExactly("Smartum, benefit exercise: €10.00", "Transaction " + receipt.id());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "OTHER_VENUE, receipt.other-venue",
        "OTHER_BENEFIT, receipt.other-benefit",
        "ALREADY_REFUNDED, receipt.refunded",
        "CANCELLED, receipt.not-paid",
        "FORGED, receipt.forged",
        "UNSIGNED, receipt.unsigned",
        "WRONG_KEY, receipt.unknown-key",
        "OTHER_ALGORITHM, receipt.other-algorithm",
        "SHARED_SECRET, receipt.other-algorithm",
        "EMBEDDED_KEY, receipt.suspicious-header",
        "CRITICAL_HEADER, receipt.suspicious-header",
        "UNKNOWN, receipt.unknown-to-provider",
        "EXPIRED, receipt.expired",
        "FUTURE, receipt.from-future",
        "NOT_PAID, receipt.not-paid",
        "OTHER_CURRENCY, receipt.other-currency",
        "NO_AMOUNT, receipt.no-amount",
        "TRUNCATED, receipt.broken",
        "WEB_LINK, receipt.web-link",
        "RUBBISH, receipt.too-long"
    })
    void eachFaultHasItsOwnMessageAndTheStepIsReadyForTheNextScan(Special kind, String reason) {
        PaymentRequest sale = counter.sale("R1-000001");
        Walk<PaymentOutcome> walk = counter.scans(sale, kind);
        assertThat(walk.refusal().map(Guidance::reason)).contains(reason);
        assertThat(walk.question().step()).isInstanceOf(Step.ScanCode.class);
        assertThat(counter.books.claims(sale.attempt())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6414893400016, receipt.product-code",
        "9246712345678901, receipt.card-number",
        "https://pay.epassi.fi/venue/17, receipt.other-wallet",
        "kahvi, receipt.not-smartum-code"
    })
    void whatWasScannedInsteadIsNamedAsWhatItIs(String scanned, String reason) {
        Guidance refusal =
                counter.scans(counter.sale("R1-000001"), scanned).refusal().orElseThrow();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.happened().in(Locale.ENGLISH)).doesNotContain(scanned);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://pay.epassi.fi/venue/17, ePassi",
        "EDENRED:4711, Edenred",
        "mobilepayfi://payment, MobilePay",
        "https://app.swish.nu/1/p/sw/?sw=1237856901, Swish"
    })
    void theOtherWalletIsCalledByItsName(String scanned, String name) {
        Guidance refusal =
                counter.scans(counter.sale("R1-000001"), scanned).refusal().orElseThrow();
        assertThat(refusal.reason()).isEqualTo("receipt.other-wallet");
        assertThat(refusal.happened().texts().values())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains(name + "."));
    }

    @Test
    void nothingIsItsOwnFaultToo() {
        assertThat(counter.scans(counter.sale("R1-000001"), " \n").refusal().map(Guidance::reason))
                .contains("receipt.empty");
    }

    @ParameterizedTest
    @CsvSource({"OLD, step.accept.old", "PART_CARD, step.accept.part-card"})
    void aDoubtIsShownAndMayBeAccepted(Special kind, String line) {
        PaymentRequest sale = counter.sale("R1-000001");
        Turn<PaymentOutcome> turn = scan(counter.method().pay(sale), counter.special(kind));
        Step.Confirm confirm = (Step.Confirm) ((Turn.Ask<PaymentOutcome>) turn).step();
        assertThat(confirm.lines()).extracting(Message::code).containsExactly(line);
        assertThat(counter.books.claims(sale.attempt())).as("claimed last").isEmpty();
        assertThat(counter.scans(sale, kind).outcome()).isInstanceOf(PaymentOutcome.Paid.class);
    }

    @Test
    void aUsedReceiptNamesTheSaleThatUsedIt() {
        String code = counter.bench.code(1000);
        counter.scans(counter.sale("R1-000041"), code);
        Guidance refusal =
                counter.scans(counter.sale("R2-000007"), code).refusal().orElseThrow();
        assertThat(refusal.reason()).isEqualTo("receipt.used");
        assertThat(refusal.happened().in(Locale.ENGLISH)).contains("R1-000041");
        assertThat(refusal.money().in(Locale.ENGLISH))
                .isEqualTo("The money is booked in sale R1-000041; that sale's receipt shows what went back since.");
    }

    @Test
    void ofAUsedReceiptItIsToldWhatWentBackToTheCustomer() {
        String code = counter.bench.code(1000);
        PaymentRequest sale = counter.sale("R1-000041");
        RecordedPayment payment = counter.recorded(sale, Counter.paid(counter.scans(sale, code)));
        counter.refunds(counter.refund(payment, 300), new Answer.Confirmed());
        Guidance partly =
                counter.scans(counter.sale("R1-000042"), code).refusal().orElseThrow();
        assertThat(partly.reason()).isEqualTo("receipt.used");
        assertThat(partly.money().in(Locale.ENGLISH))
                .isEqualTo("The money is booked in sale R1-000041, and €3.00 of it went back to the customer.");
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        Guidance away = counter.scans(counter.sale("R1-000042"), code).refusal().orElseThrow();
        assertThat(away.money().in(Locale.ENGLISH))
                .as("Smartum is away")
                .endsWith("receipt shows what went back since.");
        counter.bench.sandbox.troubles().clear();
        counter.refunds(counter.refund(payment, 700), new Answer.Confirmed());
        Guidance wholly =
                counter.scans(counter.sale("R1-000043"), code).refusal().orElseThrow();
        assertThat(wholly.reason()).isEqualTo("receipt.used");
        assertThat(wholly.money().in(Locale.ENGLISH))
                .isEqualTo("The money of this receipt went back to the customer in full.");
        assertThat(wholly.next().in(Locale.ENGLISH)).startsWith("Let the customer pay again");
    }

    @Test
    void aReceiptThatPaysTheOpenSaleIsNotCalledAnotherSales() {
        String code = counter.bench.code(400);
        counter.scans(counter.sale("R1-000041"), code);
        Guidance refusal =
                counter.scans(counter.sale("R1-000041"), code).refusal().orElseThrow();
        assertThat(refusal.reason()).isEqualTo("receipt.used-here");
        assertThat(refusal.happened().in(Locale.ENGLISH)).isEqualTo("This receipt pays this sale already.");
    }

    @Test
    void anotherConfigurationDoesNotTakeAUsedReceiptEither() {
        String code = counter.bench.code(1000);
        counter.scans(counter.sale("R1-000041"), code);
        counter.with("methodId", "smartum-again").with("smartumUrl", counter.bench.sandbox.root() + "/");
        assertThat(counter.scans(counter.sale("R1-000042"), code).refusal().map(Guidance::reason))
                .contains("receipt.used");
    }

    @Test
    void whatIsPaidTooLittleIsLeftForAnotherMethod() {
        PaymentOutcome.Paid paid = paid(counter.scans(counter.sale("S", 1300, 1000), counter.bench.code(600)));
        assertThat(paid.tendered()).isEqualTo(Money.euro(600));
        assertThat(paid.applied()).isEqualTo(Money.euro(600));
    }

    @Test
    void whatIsPaidTooMuchIsConfirmedAndNeverChange() {
        PaymentRequest sale = counter.sale("S", 1300, 1000);
        String code = counter.bench.code(1700);
        Turn<PaymentOutcome> turn = scan(counter.method().pay(sale), code);
        Step.Confirm confirm = (Step.Confirm) ((Turn.Ask<PaymentOutcome>) turn).step();
        assertThat(texts(confirm.lines()))
                .containsExactly(
                        "Paid by the customer: €17.00",
                        "Can be used for this sale: €10.00",
                        "No change is given. Surplus: €7.00");
        PaymentOutcome.Paid paid = Counter.paid(counter.scans(sale, code));
        assertThat(paid.tendered()).isEqualTo(Money.euro(1700));
        assertThat(paid.applied()).isEqualTo(Money.euro(1000));
    }

    @Test
    void whileSmartumIsAwayAScannedReceiptWorksBySignature() {
        String code = counter.bench.code(1000);
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(evidence(counter.scans(counter.sale("S"), code))).isEqualTo(Evidence.SIGNED);
    }

    @Test
    void aSlowLookUpDoesNotHoldTheCashier() {
        String code = counter.bench.code(1000);
        counter.with("lookupWaitMillis", 300);
        counter.bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.Stall(10));
        long start = System.nanoTime();
        assertThat(evidence(counter.scans(counter.sale("S"), code))).isEqualTo(Evidence.SIGNED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whileSmartumIsAwayANumberAloneIsNotEnough() {
        String id = counter.special(Special.NUMBER_ONLY);
        counter.bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(counter.scans(counter.sale("S"), id).refusal().map(Guidance::reason))
                .contains("number.unanswered");
        counter.bench.sandbox.troubles().clear();
        assertThat(evidence(counter.scans(counter.sale("S"), id))).isEqualTo(Evidence.CONFIRMED);
    }

    @Test
    void withoutALookUpASignatureIsEnoughAndANumberIsNot() {
        counter.with("contractFile", "no-lookup.properties");
        assertThat(evidence(counter.scans(counter.sale("S1"), counter.bench.code(1000))))
                .isEqualTo(Evidence.SIGNED);
        assertThat(counter.scans(counter.sale("S2"), Special.NUMBER_ONLY)
                        .refusal()
                        .map(Guidance::reason))
                .contains("number.not-offered");
    }

    @Test
    void anAnswerThatContradictsTheReceiptIsBelieved() {
        String code = counter.bench.code(1000);
        counter.bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.OtherAmount());
        assertThat(counter.scans(counter.sale("S"), code).refusal().map(Guidance::reason))
                .contains("receipt.contradicted");
    }

    @Test
    void forgeriesCauseNoTraffic() {
        for (Special kind : Set.of(Special.FORGED, Special.WRONG_KEY, Special.UNSIGNED, Special.WEB_LINK)) {
            counter.scans(counter.sale("S"), kind);
        }
        assertThat(counter.bench.sandbox.calls()).isEmpty();
    }

    @Test
    void aTypedAmountIsMarkedAsVouchedForByThePersonOnly() {
        PaymentOutcome.Paid paid =
                paid(counter.pays(counter.sale("S"), new Answer.Detoured("enter-number"), amount(1000)));
        assertThat(paid.evidence()).isEqualTo(Evidence.ATTESTED);
        assertThat(paid.reference()).isEmpty();
        assertThat(texts(paid.receiptLines())).contains("Amount entered by hand");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Nobody checks this payment, nor whether the receipt was used before'",
        "fi, 'Kukaan ei tarkista tätä maksua eikä sitä, onko kuitti jo käytetty'",
        "sv, 'Ingen kontrollerar betalningen, inte heller om kvittot redan har använts'"
    })
    void whoTypesAnAmountIsToldThatNobodyChecksIt(String language, String words) {
        Step step = counter.pays(counter.sale("S"), new Answer.Detoured("enter-number"))
                .question()
                .step();
        assertThat(step).isInstanceOf(Step.EnterAmount.class);
        assertThat(((Step.EnterAmount) step).help().in(Locale.forLanguageTag(language)))
                .contains(words);
    }

    @Test
    void fromTypingTheCashierCanGoBackToScanning() {
        Answer typing = new Answer.Detoured("enter-number");
        Answer back = new Answer.Detoured("scan");
        Walk<PaymentOutcome> walk =
                counter.pays(counter.sale("S"), typing, back, new Answer.Scanned(counter.bench.code(1000)));
        assertThat(evidence(walk)).isEqualTo(Evidence.CONFIRMED);
    }

    @Test
    void theLastDayEndsAtMidnightInFinland() {
        counter.with("acceptUntil", "2026-01-31");
        Instant midnight = Instant.parse("2026-01-31T22:00:00Z");
        counter.clock.move(Duration.between(counter.clock.instant(), midnight));
        assertThat(counter.pays(counter.sale("S")).refusal().map(Guidance::reason))
                .contains("method.ended");
        counter.clock.move(Duration.ofMillis(-1));
        assertThat(counter.pays(counter.sale("S")).refusal()).isEmpty();
        assertThat(counter.method().info().acceptUntil()).contains(midnight);
    }

    @Test
    void aSaleInAnotherCurrencyIsDeclined() {
        Money crowns = new Money(1000, Currency.getInstance("SEK"));
        PaymentRequest sale =
                new PaymentRequest(new AttemptId("X"), new SaleId("S"), crowns, crowns, counter.clock.instant());
        assertThat(counter.pays(sale).refusal().map(Guidance::reason)).contains("sale.not-euro");
    }

    private static Turn<PaymentOutcome> scan(Turn<PaymentOutcome> turn, String code) {
        return ((Turn.Ask<PaymentOutcome>) turn).answer(new Answer.Scanned(code), Instant.now());
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(message -> message.in(Locale.ENGLISH)).toList();
    }
}
