package io.kassa.itests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.itests.deploy.TillApi.Answer;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that does not stay has served for a while, beside the one that does: what was begun on it is not lost with it. */
class BadVersionTest {

    private static final String BAD = "1.7.0";

    @TempDir
    private Path folder;

    @Test
    void whatWasBegunOnItEndsOnTheOneBefore_andWhatWasPaidOnItStaysPaid() throws Exception {
        try (Shop shop = new Shop(folder)) {
            List<String> registers = shop.registers(2);
            String good = version(shop);
            Path bad = shop.partner.sick(BAD);
            // its own test takes its time: long enough for two sales on a busy machine, shorter than the till's
            // patience
            shop.sandbox.troubles().set(Target.VENUES, new Trouble.Stall(6));
            CompletableFuture<Answer> deployment = CompletableFuture.supplyAsync(() -> deployed(shop, bad));
            until("the bad version serves", shop, methods -> version(methods).equals(BAD));

            Sale begun = new Sale(shop, registers.get(0));
            begun.isAskedAboutSurplus();
            Figures paid = sellOnce(shop, registers.get(1));
            assertThat(deployment).as("the bad version is still being judged").isNotDone();
            shop.sandbox.troubles().clear();

            Answer answer = deployment.get(60, TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("unhealthy");
            until("the version before serves", shop, methods -> version(methods).equals(good));

            begun.confirms();
            assertThat(paid.failures).isEmpty();
            assertThat(shop.sandbox.books().payments()).hasSize(2);
            Sale next = new Sale(shop, registers.get(1));
            next.isRefused(begun.code());
            assertThat(shop.till.installed()).isEqualTo(1);
        }
    }

    private static Answer deployed(Shop shop, Path jar) {
        try {
            return shop.api.deploy(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figures sellOnce(Shop shop, String register) {
        AtomicBoolean open = new AtomicBoolean(true);
        Figures figures = new Figures();
        new Cashier(shop.api, register, shop.sandbox, figures, () -> open.getAndSet(false), 7).run();
        return figures;
    }

    private static String version(Shop shop) {
        return version(TillApi.must(shop.api.get("/api/config/methods")));
    }

    private static String version(JsonNode methods) {
        for (JsonNode method : methods) {
            if (method.path("id").asText().equals("smartum")) {
                return method.path("version").asText();
            }
        }
        return "";
    }

    private static void until(String what, Shop shop, Predicate<JsonNode> wish) throws InterruptedException {
        for (int tries = 0; tries < 1_000; tries++) {
            if (wish.test(TillApi.must(shop.api.get("/api/config/methods")))) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not within 20 s: " + what);
    }

    /** One sale at one register, in steps. */
    private static final class Sale {

        private final TillApi till;
        private final Shop shop;
        private final String register;
        private final String attempt = UUID.randomUUID().toString();
        private String code = "";

        Sale(Shop shop, String register) {
            this.till = shop.api;
            this.shop = shop;
            this.register = "/api/registers/" + register;
            JsonNode view =
                    TillApi.must(till.post(this.register + "/lines", Map.of("product", "gym-visit", "quantity", 1)));
            String sale = view.at("/sale/id").asText();
            TillApi.must(till.post(
                    this.register + "/sales/" + sale + "/payments", Map.of("attempt", attempt, "method", "smartum")));
        }

        String code() {
            return code;
        }

        void isAskedAboutSurplus() throws InterruptedException {
            code = shop.sandbox.pay(Sandbox.KAISLA, Shop.BENEFIT, 1_700).text();
            answers("scanCode", Map.of("kind", "scanned", "code", code));
            asked("confirm");
        }

        void confirms() throws InterruptedException {
            answers("confirm", Map.of("kind", "confirmed"));
            JsonNode view = view(each -> each.path("attempt").isMissingNode());
            assertThat(view.at("/sale/left/minor").asLong()).isZero();
        }

        void isRefused(String usedCode) throws InterruptedException {
            answers("scanCode", Map.of("kind", "scanned", "code", usedCode));
            JsonNode view = view(each -> !each.at("/attempt/problem").isMissingNode());
            assertThat(view.at("/attempt/problem").toString()).contains("receipt.used");
        }

        private void answers(String kind, Map<String, String> answer) throws InterruptedException {
            String step = asked(kind).at("/attempt/step/name").asText();
            TillApi.must(
                    till.post(register + "/attempts/" + attempt + "/answers", Map.of("step", step, "answer", answer)));
        }

        private JsonNode asked(String kind) throws InterruptedException {
            return view(each -> each.at("/attempt/step/kind").asText().equals(kind));
        }

        private JsonNode view(Predicate<JsonNode> wish) throws InterruptedException {
            JsonNode view = TillApi.must(till.get(register));
            for (int tries = 0; tries < 1_000 && !wish.test(view); tries++) {
                Thread.sleep(20);
                view = TillApi.must(till.get(register));
            }
            assertThat(wish.test(view)).as(view.toString()).isTrue();
            return view;
        }
    }
}
