package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.common.Changes.Topic;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot go on now is told once more: pages do not ask by themselves. */
class LookingAgainTest extends OpenShop {

    private static final Change REGISTER = new Change(Topic.REGISTER, "R1");

    private Till till;

    @BeforeEach
    void open() {
        till = shop.till("R1").sells("gym").paysWith("wallet");
    }

    @Test
    void whoSeesAPaymentWaitForItsMethodIsToldToLookAgainAndOnce() throws Exception {
        shop.takeWalletAway.run();
        till.looks().isWaiting();
        till.looks().isWaiting();
        assertThat(toldAfterAWhile()).containsExactly(REGISTER);
        assertThat(toldAfterAWhile()).isEmpty();
        till.looks().isWaiting();
        assertThat(toldAfterAWhile()).containsExactly(REGISTER);
    }

    @Test
    void whoSeesAPaymentThatGoesOnIsToldNothing() throws Exception {
        till.looks().isAsked("scan");
        assertThat(toldAfterAWhile()).isEmpty();
    }

    @Test
    void whoCannotSeeTheRegisterSinceTheBooksAreAwayIsToldToLookAgain() throws Exception {
        shop.books.away(true);
        till.looks();
        shop.books.away(false);
        assertThat(toldAfterAWhile()).containsExactly(REGISTER);
    }

    @Test
    void whoSeesARefundWaitForItsMethodIsToldToLookAgain() throws Exception {
        SaleId sale = till.scans("pay:tx1:1000").sale().id();
        AttemptId payment = till.sale().tenders().get(0).attempt();
        till.completes();
        shop.wallet.beforeRefund = () -> {
            shop.takeWalletAway.run();
            throw new IllegalStateException("gone");
        };
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of(payment, "wallet"));
        shop.receipts.receipt(sale);
        assertThat(toldAfterAWhile()).containsExactly(new Change(Topic.RECEIPT, sale.value()));
    }

    /** What pages hear when the while is over. */
    private List<Change> toldAfterAWhile() throws Exception {
        List<Change> told = new CopyOnWriteArrayList<>();
        AutoCloseable subscription = shop.desk.changes().subscribe(told::add);
        try {
            for (Runnable next = shop.later.poll(); next != null; next = shop.later.poll()) {
                next.run();
            }
        } finally {
            subscription.close();
        }
        return told;
    }
}
