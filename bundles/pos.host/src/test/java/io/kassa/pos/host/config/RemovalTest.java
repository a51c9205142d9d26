package io.kassa.pos.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.setup.Removal;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin is told before a configuration is deleted. */
class RemovalTest extends OpenShop {

    private static final Map<Integer, Money> EVERYTHING = Map.of();

    private Removals removals;

    @BeforeEach
    void open() {
        removals = new Removals(shop.desk);
    }

    @Test
    void whatNobodyWouldLookAfterIsCounted() {
        assertThat(wallet()).isEqualTo(new Removal(Optional.empty(), 0, Optional.empty(), 0, 0));
        scanned("tx1");
        SaleId back = scanned("tx2");
        shop.receipts.refund(Shop.AINO, back, "r1", EVERYTHING, Map.of());
        SaleId lost = scanned("tx3");
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
        shop.receipts.refund(Shop.AINO, lost, "r2", Map.of(1, Money.euro(400)), Map.of());
        unused("tx4");
        Instant newest = typed();
        shop.wallet.evidence = Evidence.SIGNED;
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx5:1000");
        shop.till("R1").sells("gym").paysWith("wallet");
        shop.till("R2").sells("drink").paysWith("cash");

        assertThat(wallet())
                .as("tx1, what is left of tx3, tx4 and the typed one; R1; the refund of tx3, and tx5 to be compared")
                .isEqualTo(new Removal(Optional.empty(), 4, Optional.of(newest), 1, 2));
        assertThat(removals.of("card")).isEqualTo(new Removal(Optional.empty(), 0, Optional.empty(), 0, 0));
    }

    @Test
    void whatWasLeftToAPersonIsNotAskedForAnyMore() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.turnsToTyping();
        shop.takeWalletAway.run();
        till.answers("amount", new Answer.Cancelled());
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        assertThat(wallet().unknown()).isEqualTo(1);
        shop.clock.move(Duration.ofDays(21));
        shop.wallet.paymentInquiries.add(new PaymentOutcome.Unknown(ScriptedWallet.guidance("silent")));
        shop.receipts.followUps().run();
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
        assertThat(wallet().unknown()).isZero();
    }

    @Test
    void anotherOfTheProviderTakesOverAllButThePaymentsUnderWay() {
        scanned("tx1");
        AttemptId open = new AttemptId("open");
        shop.till("R1").sells("gym").paysWith("wallet", open);
        ScriptedWallet other = ScriptedWallet.other(shop.ledger.claims(), "wallet-2", ScriptedWallet.SCHEME);
        shop.methods.add("wallet-2", other, Rank.PLAIN);
        assertThat(wallet())
                .isEqualTo(new Removal(
                        Optional.of(new Removal.Keeper("wallet-2", other.info().name())), 0, Optional.empty(), 1, 0));
        assertThat(removals.of("wallet-2").refundable()).isZero();
    }

    @Test
    void theLastOfAProviderAlsoLeavesWhatItTookOver() {
        scanned("tx1");
        ScriptedWallet other = ScriptedWallet.other(shop.ledger.claims(), "wallet-2", ScriptedWallet.SCHEME);
        shop.methods.add("wallet-2", other, Rank.PLAIN);
        shop.takeWalletAway.run();
        shop.methods.await(ScriptedWallet.ID, Duration.ZERO);
        assertThat(removals.of("wallet-2").refundable()).isEqualTo(1);
    }

    private Removal wallet() {
        return removals.of(ScriptedWallet.ID);
    }

    private SaleId scanned(String id) {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.scans("pay:" + id + ":1000").completes();
        shop.clock.move(Duration.ofSeconds(1));
        return till.sale().id();
    }

    private void unused(String id) {
        shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:" + id + ":1000")
                .cancels(Map.of());
        shop.clock.move(Duration.ofSeconds(1));
    }

    /** When it was paid. */
    private Instant typed() {
        Instant now = shop.desk.now();
        shop.till("R1").sells("gym").paysWith("wallet").types(1_000).completes();
        shop.clock.move(Duration.ofSeconds(1));
        return now;
    }
}
