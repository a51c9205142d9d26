package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Changes.Topic;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.spi.payment.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several pages show one register, and look at it whenever it changed, all at the same moment. */
@Timeout(30)
class SeveralPagesTest {

    @TempDir
    Path folder;

    private Shop shop;
    private ExecutorService pages;
    private final BlockingQueue<AttemptView> seen = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        shop = Shop.in(folder);
        pages = Executors.newFixedThreadPool(4);
    }

    @AfterEach
    void close() throws InterruptedException {
        pages.shutdown();
        assertThat(pages.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        shop.close();
    }

    @Test
    void noneIsToldToWaitBecauseOthersLook() throws Exception {
        List<AutoCloseable> following = List.of(follow(), follow(), follow());
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        for (int i = 0; i < 40; i++) {
            till.scans("rubbish").seesProblem("not-a-receipt");
        }
        for (AutoCloseable each : following) {
            each.close();
        }
        pages.shutdown();
        assertThat(pages.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isNotEmpty().noneMatch(AttemptView::waiting);
    }

    @Test
    void aPageThatIsDrawnWhileAPaymentBeginsIsOlderThanThePayment() {
        Till till = shop.till("R1").sells("gym");
        shop.books.afterReading(() -> till.paysWith("wallet"));
        RegisterView drawn = view();
        assertThat(drawn.attempt()).isEmpty();
        assertThat(drawn.revision()).as("it is told of the change").isLessThan(view().revision());
        look(seen);
        assertThat(seen).hasSize(1).allMatch(view -> view.step().isPresent());
    }

    @Test
    void aPageThatIsDrawnWhileAPaymentGivesWayToTheNextShowsWhatThatAsks() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.books.afterReading(
                () -> till.answers("scan", new Answer.Cancelled()).paysWith("wallet"));
        look(seen);
        assertThat(seen).hasSize(1).allMatch(view -> view.step().isPresent());
    }

    @Test
    void whoLookedWhileAPlugInTookItsTimeIsToldWhenItHasAnswered() throws Exception {
        shop.takeWalletAway.run();
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true, Duration.ofSeconds(5)));
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.desk.changes().subscribe(change -> pages.execute(() -> look(seen)));
        BlockingQueue<AttemptView> during = new LinkedBlockingQueue<>();
        shop.wallet.beforeAnswer = () -> {
            pages.execute(() -> look(during));
            pause(Duration.ofMillis(800));
        };
        till.scans("rubbish");
        assertThat(during.poll(5, TimeUnit.SECONDS)).matches(AttemptView::waiting);
        assertThat(seen.poll(5, TimeUnit.SECONDS)).matches(view -> view.step().isPresent());
    }

    private AutoCloseable follow() {
        return shop.desk.changes().subscribe(change -> {
            if (change.topic() == Topic.REGISTER) {
                pages.execute(() -> look(seen));
            }
        });
    }

    private void look(BlockingQueue<AttemptView> into) {
        view().attempt().ifPresent(into::add);
    }

    private RegisterView view() {
        return ((Result.Ok<RegisterView>) shop.selling.view("R1")).value();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
