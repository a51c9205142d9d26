package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.store.FollowUpTable.Task;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** A work of the books may be done again, so no method is called in one: {@link Shop} finds it when it is closed. */
class OutsideWorksTest extends OpenShop {

    private final Set<String> called = new ConcurrentSkipListSet<>();

    @Test
    void whileSomethingIsSold() {
        listens();
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("nonsense");
        till.scans("pay:tx1:1500").answers("surplus", new Answer.Confirmed()).completes();
        till.sells("gym").paysWith("wallet").types(400);
        till.paysWith("wallet").scans("pay:tx1:600").answers("scan", new Answer.Cancelled());
        till.cancels(Map.of());
        isCalled("pay", "answer");
    }

    @Test
    void whileItIsRefunded() {
        listens();
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:400");
        till.paysWith("wallet").types(600).completes();
        AttemptId part = ok(shop.receipts.refund(Shop.AINO, till.sale().id(), "r1", Map.of(), Map.of()))
                .refunds()
                .get(0)
                .attempt()
                .orElseThrow()
                .id();
        ok(shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx2")));
        isCalled("pay", "answer", "refund");
    }

    @Test
    void whileWhatIsNotKnownIsAskedAgain() {
        for (Task task : Task.values()) {
            Open.question(shop, task, "of " + task);
            listens();
            Open.silences(shop.wallet, 5);
            shop.clock.move(Duration.ofSeconds(2));
            shop.receipts.followUps().run();
            shop = shop.crashAndRestart(folder);
            listens();
            shop.clock.move(Duration.ofHours(1));
            shop.receipts.followUps().run();
            shop.till("R1").cancels(Map.of());
        }
        isCalled("verify", "inquire refund", "refund", "inquire payment");
    }

    @Test
    void whileAPersonFindsOut() {
        listens();
        Till till = shop.till("R1").sells("gym").paysWith("wallet").types(1_000);
        till.completes();
        ok(shop.receipts.verify(Shop.AINO, till.tender(0).attempt(), "tx1"));
        Open.question(shop, Task.REFUND, "tx2");
        Open.silences(shop.wallet, 3);
        ok(shop.receipts.inquire(Shop.AINO, shop.wallet.attempts.get(0)));
        shop.clock.move(Duration.ofDays(30));
        shop.receipts.followUps().run();
        Worklist.Case given = shop.receipts.worklist().cases().get(0);
        ok(shop.receipts.settle(Shop.ADMIN, given.id(), true, "in their report"));
        isCalled("pay", "answer", "verify", "refund", "inquire refund");
    }

    private void listens() {
        shop.wallet.called = shop.wallet.called.andThen(called::add);
    }

    private void isCalled(String... how) {
        assertThat(called).contains(how);
    }

    private static <T> T ok(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<T>) result).value();
    }
}
