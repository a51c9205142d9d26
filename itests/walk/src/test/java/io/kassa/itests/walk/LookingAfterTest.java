package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the till tells whoever looks after it: its log, its numbers and its health, after a sale and its refund. */
class LookingAfterTest {
    private static final String OUTCOME = " io.kassa.outcome ";
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void aSaleAndItsRefundAreALineEachInTheLogAndCountedAndNothingSecretIsTold() throws IOException {
        List<String> before = outcomes();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(Goods.GYM);
        Modal modal = register.pays(SmartumSetup.METHOD);
        modal.pasted("https://example.com/no-receipt");
        modal.problem("receipt.web-link");
        modal.pasted(receipt.text());
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        String sale = register.saleNumber();
        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        page.step().confirms();
        page.awaitRefunds(1, "DONE");

        assertThat(linesAfter(before.size(), 2))
                .map(line -> line.replaceAll("attempt=\\S+ ", "").replaceAll(" took=\\d+ms", ""))
                .containsExactly(
                        "payment method=smartum outcome=paid reason=confirmed",
                        "refund method=smartum outcome=refunded reason=confirmed");
        String metrics = metricsWith("kassa_refunds_total");
        assertThat(metrics)
                .contains("kassa_payments_total{method=\"smartum\",outcome=\"paid\"} 1.0")
                .contains("kassa_refunds_total{method=\"smartum\",outcome=\"refunded\"} 1.0")
                .contains("kassa_refusals_total{method=\"smartum\",reason=\"receipt.web-link\"} 1.0")
                .contains("kassa_scan_to_answer_seconds_count{method=\"smartum\"} 2")
                .contains("kassa_unknown{kind=\"refund\"} 0.0");
        for (String secret : List.of(
                receipt.text(), SHOP.sandbox().connection().path("clientSecret").asText())) {
            Traces traces = new Traces(secret);
            traces.lookAt("the log", Files.readString(log()));
            traces.lookAt("the metrics", metrics);
            traces.lookAt("the health", SHOP.admin().text("/api/health"));
            assertThat(traces.found()).isEmpty();
        }
    }

    @Test
    void thePageSaysHowTheTillIsAndAsksProvidersWhenItIsTold() {
        Window office = SHOP.browser().anotherWindow();
        office.open(SHOP.till().page("/configuration"));
        office.press("config-health");
        office.awaitThere("health-notes");
        assertThat(office.all(Window.byId("health-note", "severity", "ERROR"))).isEmpty();
        assertThat(office.all(Window.byId("health-note", "check", "smartum"))).isEmpty();
        office.press("health-test");
        office.awaitThere("health-deep");
        office.awaitCount(Window.byId("health-note", "check", "smartum"), 7);
        assertThat(office.all(Window.byId("health-note", "severity", "ERROR"))).isEmpty();
        office.picture("w-health");
    }

    /** The till logs and counts beside its work: what the page shows may not stand there yet. */
    private static List<String> linesAfter(int before, int expected) {
        return Eventually.within(SOON, "there are " + expected + " more outcomes in the log", () -> {
            List<String> lines = outcomes();
            return lines.size() < before + expected
                    ? Optional.empty()
                    : Optional.of(lines.subList(before, lines.size()));
        });
    }

    private static String metricsWith(String counter) {
        return Eventually.within(
                SOON,
                counter + " is counted",
                () -> Optional.of(SHOP.admin().text("/metrics")).filter(text -> text.contains(counter + "{")));
    }

    private static Path log() {
        return SHOP.till().data().resolve("log/till.0.log");
    }

    private static List<String> outcomes() {
        try {
            return Files.readAllLines(log()).stream()
                    .filter(line -> line.contains(OUTCOME))
                    .map(line -> line.substring(line.indexOf(OUTCOME) + OUTCOME.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
