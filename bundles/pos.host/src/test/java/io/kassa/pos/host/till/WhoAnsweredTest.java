package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.ledger.AuditEntry;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people at one modal: the audit log names the one who did it, whoever began and whoever looks when it is booked. */
class WhoAnsweredTest {

    private static final Optional<String> REASON = Optional.of("camera broken");

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoVouchesIsNamed_andWhoEnteredTheAmount() {
        Till eero = shop.till("R1").as(Shop.EERO).sells("gym").paysWith("wallet");
        eero.as(Shop.AINO).answers("scan", new Answer.Detoured("typed"), REASON).isAsked("amount");
        eero.looks().enters(1_000).sees(1_000, 0);

        assertThat(line("payment.attested"))
                .isEqualTo("Aino: - -> EUR 1000 by wallet, ATTESTED, answered last by Eero: camera broken");
        assertThat(shop.receipts.worklist().unverified())
                .singleElement()
                .satisfies(one -> assertThat(one.cashier()).isEqualTo("Aino"));
    }

    @Test
    void whoVouchesAndEntersTheAmountIsNamedOnce() {
        Till eero = shop.till("R1").as(Shop.EERO).sells("gym").paysWith("wallet");
        eero.as(Shop.AINO).answers("scan", new Answer.Detoured("typed"), REASON).enters(1_000);

        assertThat(line("payment.attested")).isEqualTo("Aino: - -> EUR 1000 by wallet, ATTESTED: camera broken");
    }

    @Test
    void whoVouchedBeforeTheReceiptWasScannedAfterAll_vouchesForNothing() {
        Till eero = shop.till("R1").as(Shop.EERO).sells("gym").paysWith("wallet");
        eero.as(Shop.AINO).answers("scan", new Answer.Detoured("typed"), REASON);
        eero.looks()
                .answers("amount", new Answer.Detoured("scan"))
                .scans("pay:tx1:1000")
                .sees(1_000, 0);

        assertThat(line("payment.taken"))
                .startsWith("Eero: - -> EUR 1000 by wallet")
                .doesNotContain("camera broken");
    }

    @Test
    void whatCouldNotBeBookedAtOnce_isBookedOfWhoAnswered() {
        Till aino = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = aino.attempt().id();
        shop.books.failAfter(1);
        aino.as(Shop.ADMIN)
                .answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"))
                .isRefused("books-away");

        aino.looks().sees(1_000, 0);

        assertThat(line("payment.taken")).startsWith("admin: - -> EUR 1000 by wallet");
    }

    @Test
    void whatWasCutOffIsBookedOfWhoAnswered() {
        Till aino = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = aino.attempt().id();
        shop.wallet.bent = paid -> {
            shop.books.away(true);
            return paid;
        };
        aino.as(Shop.ADMIN).answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"));

        shop = shop.crashAndRestart(folder);
        shop.till("R1").looks().sees(1_000, 0);

        assertThat(line("payment.taken")).startsWith("admin: - -> EUR 1000 by wallet");
    }

    @Test
    void whoGaveUpAPaymentWhoseEndIsNotKnownIsNamed() {
        shop.wallet.givenUp = request -> Optional.of(new PaymentOutcome.Unknown(ScriptedWallet.guidance("silent")));
        Till aino = shop.till("R1").sells("gym").paysWith("wallet");
        aino.as(Shop.EERO).answers("scan", new Answer.Cancelled());

        assertThat(line("payment.unknown")).startsWith("Eero: ");
    }

    @Test
    void aRefundThatWasCutOffIsBookedOfWhoAnswered() {
        SaleId sale = typed();
        AttemptId part = asking(sale);
        shop.wallet.beforeRefund = () -> shop.books.away(true);
        shop.receipts.answer(Shop.ADMIN, part, "transaction", new Answer.Text("tx_1"));

        shop = shop.crashAndRestart(folder);
        shop.receipts.receipt(sale);

        assertThat(line("refund.done")).startsWith("admin: OPEN -> EUR 1000 by wallet");
        assertThat(line("payment.confirmed")).startsWith("admin: ");
    }

    @Test
    void whoGaveUpARefundIsNamed() {
        AttemptId part = asking(typed());
        shop.receipts.answer(Shop.EERO, part, "transaction", new Answer.Cancelled());

        assertThat(line("refund.ended")).startsWith("Eero: OPEN -> EUR 1000 by wallet");
    }

    private SaleId typed() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        return till.answers("scan", new Answer.Detoured("typed"), REASON)
                .enters(1_000)
                .completes()
                .sale()
                .id();
    }

    /** The part of a refund that waits for its transaction, begun by Aino. */
    private AttemptId asking(SaleId sale) {
        Result<ReceiptView> begun = shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        return ((Result.Ok<ReceiptView>) begun)
                .value()
                .refunds()
                .get(0)
                .attempt()
                .orElseThrow()
                .id();
    }

    /** The only one that says so: by whom, before and after. */
    private String line(String what) {
        List<String> lines = shop.ledger.audit().page(Long.MAX_VALUE, 20).stream()
                .map(AuditEntry::record)
                .filter(line -> line.what().equals(what))
                .map(line -> line.who() + ": " + line.before().orElse("-") + " -> "
                        + line.after().orElse("-"))
                .toList();
        assertThat(lines).as(what).hasSize(1);
        return lines.get(0);
    }
}
