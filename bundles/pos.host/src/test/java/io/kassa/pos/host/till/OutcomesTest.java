package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kassa.pos.host.events.OutcomeLog;
import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.host.outcomes.Occurrence.Kind;
import io.kassa.pos.host.refund.Backlogs;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomesTest extends OpenShop {

    private final List<Occurrence> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        shop.desk.outcomes().add(told::add);
    }

    @Test
    void aWholeSaleAndItsRefundAreALineEachAndNoCodeIsInTheLog() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            shop.desk.outcomes().add(new OutcomeLog());
            Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet");
            till.scans("not:a:receipt:secret-in-a-code").scans("pay:tx_secret:1000");
            till.paysWith("cash").enters(300).completes();
            SaleId sale = till.sale().id();
            shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
            confirmTheCash(sale);
        } finally {
            System.setErr(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.contains(OutcomeLog.NAME)).map(OutcomesTest::withoutIdAndTime))
                .containsExactlyInAnyOrder(
                        "payment method=wallet outcome=paid reason=confirmed",
                        "payment method=cash outcome=paid reason=attested",
                        "refund method=wallet outcome=refunded reason=confirmed",
                        "refund method=cash outcome=refunded reason=attested");
        assertThat(text).doesNotContain("secret");
    }

    @Test
    void aScanIsTimedAndItsRefusalNamed() {
        shop.till("R1").sells("gym").paysWith("wallet").scans("nonsense").scans("pay:tx_1:1000");
        assertThat(told).filteredOn(Occurrence.Scanned.class::isInstance).hasSize(2);
        assertThat(told).filteredOn(Occurrence.Judged.class::isInstance).hasSize(2);
        assertThat(told)
                .filteredOn(Occurrence.Refused.class::isInstance)
                .containsExactly(new Occurrence.Refused("wallet", "not-a-receipt"));
    }

    @Test
    void aCancelledPaymentAndOneNobodyServesAnyMoreEndOnce() {
        shop.till("R1").sells("gym").paysWith("wallet").answers("scan", new Answer.Cancelled());
        Till second = shop.till("R2").sells("gym").paysWith("wallet");
        shop.takeWalletAway.run();
        second.answers("scan", new Answer.Cancelled());
        assertThat(ends()).extracting(Ended::outcome).containsExactly("cancelled", "cancelled");
    }

    @Test
    void anUnknownRefundEndsOnceAndEachInquiryIsAnOutcomeOfItsOwn() {
        SaleId sale = sold();
        told.clear();
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("silent")));
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("silent")));
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        assertThat(counts().refunds()).isEqualTo(1);
        assertThat(counts().cases()).isEqualTo(1);
        assertThat(counts().oldest()).contains(shop.clock.instant());
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        shop.wallet.refundInquiries.add(ScriptedWallet.back(Money.euro(1_000)));
        shop.clock.move(Duration.ofSeconds(5));
        shop.receipts.followUps().run();
        assertThat(ends())
                .extracting(Ended::kind, Ended::outcome)
                .containsExactly(
                        tuple(Kind.REFUND, "unknown"), tuple(Kind.INQUIRY, "unknown"), tuple(Kind.INQUIRY, "refunded"));
        assertThat(counts()).isEqualTo(new Backlog.Counts(0, 0, 0, Optional.empty(), 0, 0, 0, Optional.empty()));
    }

    @Test
    void aPaymentCheckedOfflineIsVerifiedOnceItIsAnswered() {
        shop.wallet.evidence = Evidence.SIGNED;
        sold();
        assertThat(counts().verifications()).isEqualTo(1);
        told.clear();
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        PaymentReference reference = new PaymentReference(ScriptedWallet.SCHEME, "tx_1");
        shop.wallet.verifications.add(new Verification.Confirmed(reference, Map.of()));
        shop.clock.move(Duration.ofSeconds(5));
        shop.receipts.followUps().run();
        assertThat(ends()).extracting(Ended::outcome).containsExactly("unanswered", "confirmed");
        assertThat(ends()).extracting(Ended::kind).containsOnly(Kind.VERIFICATION);
    }

    @Test
    void aPaymentThatIsNotKnownIsInquiredAbout() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.turnsToTyping();
        shop.takeWalletAway.run();
        till.answers("amount", new Answer.Cancelled());
        assertThat(ends()).extracting(Ended::reason).containsExactly("payment-unknown");
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        shop.wallet.paymentInquiries.add(new PaymentOutcome.Cancelled());
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(ends()).extracting(Ended::kind).containsExactly(Kind.PAYMENT, Kind.INQUIRY);
    }

    @Test
    void anOutcomeWhoseCommitWasNotAnsweredIsToldOnce() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.books.fail(FailingBooks.Failure.COMMIT_UNKNOWN, 1);
        till.scans("pay:tx_1:1000").isRefused("commit-unknown");
        till.looks().sees(1_000, 0);
        assertThat(ends()).extracting(Ended::outcome).containsExactly("paid");
        SaleId sale = till.completes().sale().id();
        shop.books.fail(FailingBooks.Failure.COMMIT_UNKNOWN, 1);
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        shop.receipts.receipt(sale);
        assertThat(ends()).extracting(Ended::outcome).containsExactly("paid", "refunded");
    }

    @Test
    void aListenerThatThrowsTroublesNobody() {
        shop.desk.outcomes().add(occurrence -> {
            throw new IllegalStateException("full");
        });
        List<Occurrence> next = new CopyOnWriteArrayList<>();
        Runnable leave = shop.desk.outcomes().add(next::add);
        sold();
        assertThat(next).isNotEmpty();
        int heard = next.size();
        leave.run();
        shop.till("R2").sells("gym").paysWith("cash").enters(1_000);
        assertThat(next).hasSize(heard);
    }

    private SaleId sold() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        return till.completes().sale().id();
    }

    private void confirmTheCash(SaleId sale) {
        shop.desk
                .books()
                .read(tx -> new AttemptTable(tx).openRefunds(sale))
                .forEach(part -> shop.receipts.answer(Shop.AINO, part.id(), "confirm", new Answer.Confirmed()));
    }

    private Backlog.Counts counts() {
        return shop.desk.books().read(Backlogs::of);
    }

    private List<Ended> ends() {
        return told.stream()
                .filter(Ended.class::isInstance)
                .map(Ended.class::cast)
                .toList();
    }

    private static String withoutIdAndTime(String line) {
        return line.substring(line.indexOf(OutcomeLog.NAME) + OutcomeLog.NAME.length() + 3)
                .replaceAll(" attempt=[A-Za-z0-9-]{36}", "")
                .replaceAll(" took=\\d+ms", "");
    }
}
