package io.kassa.itests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Payments and refunds in all steps, while their plug-in is updated, put back, set up anew, stopped and started. */
class UpdatesUnderLoadTest {

    private static final int CHANGES = Integer.getInteger("deploy.changes", 16);
    private static final int REGISTERS = 6;
    private static final long BETWEEN_CHANGES_MILLIS = 700;

    @TempDir
    private Path folder;

    @Test
    void noPaymentFailsNoneIsLostAndNoneIsTakenTwice() throws Exception {
        try (Shop shop = new Shop(folder)) {
            List<String> registers = shop.registers(REGISTERS);
            Figures before = new Figures();
            load(shop, registers, before, () -> Thread.sleep(4_000));
            Figures during = new Figures();
            Changes changes = new Changes(shop);
            load(shop, registers, during, () -> {
                for (int i = 0; i < CHANGES; i++) {
                    changes.next(i);
                }
            });
            System.out.println("without changes: " + before);
            System.out.println("during " + CHANGES + " changes: " + during + "; " + changes);

            assertThat(before.failures).isEmpty();
            assertThat(during.failures).isEmpty();
            assertThat(during.sales).hasSizeGreaterThan(CHANGES);
            assertThat(during.refunds.get()).isPositive();
            List<String> sales = new ArrayList<>(before.sales);
            sales.addAll(during.sales);
            sameBooks(shop, sales);
            assertThat(shop.till.installed()).isLessThanOrEqualTo(2);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void load(Shop shop, List<String> registers, Figures figures, Work meanwhile) throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService cashiers = Executors.newFixedThreadPool(registers.size());
        for (String register : registers) {
            cashiers.execute(new Cashier(shop.api, register, shop.sandbox, figures, open::get, register.hashCode()));
        }
        try {
            meanwhile.run();
        } finally {
            open.set(false);
            cashiers.shutdown();
            assertThat(cashiers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** What the customers paid at the provider stands in one sale of the till each, and what went back stands there too. */
    private static void sameBooks(Shop shop, List<String> sales) {
        Map<String, JsonNode> tenders = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String sale : sales) {
            for (JsonNode tender :
                    TillApi.must(shop.api.get("/api/receipts/" + sale)).at("/sale/tenders")) {
                String id = tender.at("/reference/id").asText();
                if (tenders.put(id, tender) != null) {
                    twice.add(id);
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(tenders).hasSameSizeAs(sales);
        assertThat(shop.sandbox.books().payments()).hasSameSizeAs(sales);
        for (Payment payment : shop.sandbox.books().payments()) {
            JsonNode tender = tenders.get(payment.id());
            assertThat(tender).as(payment.toString()).isNotNull();
            assertThat(tender.at("/tendered/minor").asLong()).isEqualTo(payment.cents());
            assertThat(tender.at("/refunded/minor").asLong()).isEqualTo(payment.refundedCents());
        }
        JsonNode worklist = TillApi.must(shop.api.get("/api/worklist"));
        assertThat(worklist.path("cases")).isEmpty();
        assertThat(worklist.path("unused")).isEmpty();
    }

    /** The changes in turn: an update, a way back, other settings, stop and start. */
    private static final class Changes {

        private final Shop shop;
        private int version;
        private long longestUpdate;
        private long longestWayBack;

        Changes(Shop shop) {
            this.shop = shop;
        }

        void next(int number) throws Exception {
            // answers that take their time, so that every change finds some of them on their way
            shop.sandbox.troubles().set(Target.LOOK_UP, new Trouble.SlowDrip(1), 2);
            shop.sandbox.troubles().set(Target.REFUND, new Trouble.SlowDrip(1), 1);
            Thread.sleep(BETWEEN_CHANGES_MILLIS);
            switch (number % 4) {
                case 0 -> update();
                case 1 -> goBack();
                case 2 -> shop.configure(1500 + number);
                default -> stopAndStart();
            }
        }

        private void update() throws Exception {
            Path jar = shop.partner.version("1.1." + ++version);
            long since = System.nanoTime();
            TillApi.must(shop.api.deploy(jar));
            longestUpdate = Math.max(longestUpdate, System.nanoTime() - since);
        }

        private void goBack() {
            long since = System.nanoTime();
            TillApi.must(shop.api.rollBack());
            longestWayBack = Math.max(longestWayBack, System.nanoTime() - since);
        }

        private void stopAndStart() throws Exception {
            Bundle plugIn = shop.till.serving();
            plugIn.stop(Bundle.STOP_TRANSIENT);
            plugIn.start(Bundle.START_TRANSIENT);
        }

        @Override
        public String toString() {
            return "longest update " + longestUpdate / 1_000_000 + " ms, longest way back " + longestWayBack / 1_000_000
                    + " ms";
        }
    }
}
