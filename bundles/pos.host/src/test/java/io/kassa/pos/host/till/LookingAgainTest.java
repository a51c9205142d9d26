package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.common.Changes.Topic;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot go on now is told once more: pages do not ask by themselves. */
@Timeout(30)
class LookingAgainTest {

    private static final Change REGISTER = new Change(Topic.REGISTER, "R1");

    @TempDir
    Path folder;

    private Shop shop;
    private final BlockingQueue<Change> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        shop = Shop.in(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoSeesAPaymentWaitForItsMethodIsToldToLookAgainAndOnce() throws InterruptedException {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        shop.takeWalletAway.run();
        follow();
        till.looks().isWaiting();
        till.looks().isWaiting();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(REGISTER);
        assertThat(told.poll(500, TimeUnit.MILLISECONDS)).isNull();
        till.looks().isWaiting();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(REGISTER);
    }

    @Test
    void whoSeesAPaymentThatGoesOnIsToldNothing() throws InterruptedException {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        follow();
        till.looks().isAsked("scan");
        assertThat(told.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whoCannotSeeTheRegisterSinceTheBooksAreAwayIsToldToLookAgain() throws InterruptedException {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        follow();
        shop.books.away(true);
        till.looks();
        shop.books.away(false);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(REGISTER);
    }

    @Test
    void whoSeesARefundWaitForItsMethodIsToldToLookAgain() throws InterruptedException {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        SaleId sale = till.sale().id();
        AttemptId payment = till.sale().tenders().get(0).attempt();
        till.completes();
        shop.wallet.beforeRefund = () -> {
            shop.takeWalletAway.run();
            throw new IllegalStateException("gone");
        };
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of(payment, "wallet"));
        follow();
        shop.receipts.receipt(sale);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new Change(Topic.RECEIPT, sale.value()));
    }

    private void follow() {
        shop.desk.changes().subscribe(told::add);
    }
}
