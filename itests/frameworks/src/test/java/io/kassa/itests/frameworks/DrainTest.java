package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.kassa.pos.spi.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** What is under way ends, before anything that it needs goes; and nobody waits for that longer than the method's patience. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DrainTest extends AtTheCounter {

    /** Three calls of two seconds each, as {@link Shop#settings} has them, and as much again for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(13);

    @After
    public void calmDown() {
        shop.sandbox().clearsTroubles();
    }

    @Test
    public void aMethodThatIsDisabled_finishesWhatIsOpen_andShowsHowMuchThatIs() {
        assertEquals(0, shop.method(Shop.METHOD).openPayments());
        beginsToPay();

        shop.disable();

        assertEquals(1, shop.method(Shop.METHOD).openPayments());
        assertFalse("no new payments", counter.offersSmartum());
        counter.scans(shop.sandbox().pays(PRICE).code());
        assertEquals(Money.euro(PRICE), counter.completes().tendered());
        assertEquals(0, shop.method(Shop.METHOD).openPayments());
    }

    @Test
    public void settingsThatChangeWhileTheProviderSaysNothing_keepARegisterForAMomentOnly() throws Exception {
        beginsToPay();
        String code = shop.sandbox().pays(PRICE).code();
        shop.sandbox().has("ALL", Map.of("kind", "stall", "seconds", 20));
        String before = shop.sandbox().newestCall();
        CompletableFuture<Void> testing =
                CompletableFuture.runAsync(() -> shop.setup().test(Shop.ADMIN, Shop.METHOD));
        Eventually.holds(
                "a call is inside the plug-in",
                () -> !shop.sandbox().newestCall().equals(before));

        long since = System.nanoTime();
        Map<String, List<String>> settings = shop.settings();
        settings.put("requestMillis", List.of("2100"));
        shop.change(settings);
        assertTrue("a step or one moment", counter.isAskedOrWaits());
        counter.isAskedToScan();
        counter.scans(code);
        counter.isPaid();

        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        assertTrue("too long: " + waited, waited.compareTo(PATIENCE) < 0);
        assertEquals(Money.euro(PRICE), counter.completes().tendered());
        testing.get(30, TimeUnit.SECONDS);
    }
}
