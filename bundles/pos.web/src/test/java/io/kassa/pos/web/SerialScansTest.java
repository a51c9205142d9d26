package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.scanners.Heard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a scanner at a serial port reads goes to one browser at its register, and of it nothing is shown anywhere else. */
@Timeout(30)
class SerialScansTest {

    private static final String SETTINGS = """
            {"port":"/dev/ttyACM0","baud":9600,"dataBits":8,"parity":"NONE","stopBits":1,"ending":"CR","prefix":""}""";

    private final TillServer till = TillServer.shop();

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void aScanGoesToTheCashierAtItsRegister() throws IOException {
        try (Lines cashier = open(till.browser().asPairedCashier("1"), "?register=1")) {
            cashier.until(":");
            scan("1", "one");
            assertThat(cashier.until("event: scan")).isEqualTo("data: {\"register\":\"1\",\"code\":\"one\"}");
        }
    }

    @Test
    void ofTwoBrowsersAtOneRegisterTheOneUsedLastGetsIt() throws IOException {
        Browser first = till.browser().asPairedCashier("1");
        Browser second = till.browser().asPairedCashier("1");
        try (Lines one = open(first, "?register=1");
                Lines two = open(second, "?register=1")) {
            for (String round : new String[] {"a", "b"}) {
                till.pass(Duration.ofSeconds(1));
                first.get("/api/registers/1");
                scan("1", "to the first " + round);
                assertThat(one.until("event: scan")).contains("to the first " + round);
                till.pass(Duration.ofSeconds(1));
                second.get("/api/registers/1");
                scan("1", "to the second " + round);
                assertThat(two.until("event: scan")).contains("to the second " + round);
            }
        }
    }

    @Test
    void anAdminWhoLooksAtARegisterTakesNoScanFromItsCashier() throws IOException {
        try (Lines cashier = open(till.browser().asPairedCashier("1"), "?register=1")) {
            till.pass(Duration.ofSeconds(1));
            try (Lines admin = open(till.browser().asAdmin(), "?register=1")) {
                scan("1", "secret");
                assertThat(cashier.until("event: scan")).contains("secret");
                assertThat(admin.until("event: change")).contains("SCANNER");
            }
        }
    }

    @Test
    void aScanOfAnotherRegisterIsNotHeard() throws IOException {
        try (Lines cashier = open(till.browser().asPairedCashier("1"), "?register=1")) {
            scan("2", "other");
            scan("1", "own");
            assertThat(cashier.until("event: scan")).contains("own");
        }
    }

    @Test
    void whoComesAtOnceStillGetsItAndWhoComesLaterDoesNot() throws IOException {
        Browser cashier = till.browser().asPairedCashier("1");
        scan("1", "kept");
        till.pass(Duration.ofMillis(2999));
        try (Lines stream = open(cashier, "?register=1")) {
            assertThat(stream.until("event: scan")).contains("kept");
        }
        Browser later = till.browser().asPairedCashier("2");
        scan("2", "too late");
        till.pass(Duration.ofSeconds(3));
        try (Lines stream = open(later, "?register=2")) {
            scan("2", "in time");
            assertThat(stream.until("event: scan")).contains("in time");
        }
    }

    @Test
    void aSessionThatHasEndedGetsNothing() throws IOException {
        Browser cashier = till.browser().asPairedCashier("1");
        try (Lines gone = open(cashier, "?register=1")) {
            gone.until(":");
            cashier.send("DELETE", "/api/session", "");
            scan("1", "for the next one");
            assertThat(gone.rest()).doesNotContain("next one");
        }
    }

    @Test
    void anAdminSeesHowItIsAndOfTheCodeOnlyTheEnds() {
        Browser admin = till.browser().asAdmin();
        String receipt = "eyJhbGciOiJFUzUxMiJ9." + "x".repeat(300) + "." + "y".repeat(180);
        assertThat(admin.send("PUT", "/api/config/scanner/serial/1", SETTINGS).statusCode())
                .isEqualTo(200);
        scan("1", receipt);

        HttpResponse<String> answer = admin.get("/api/config/scanner/serial");

        assertThat(answer.body()).doesNotContain("xxxxx").doesNotContain("yyyyy");
        assertThat(Browser.json(answer).at("/devices/0/port").asText()).isEqualTo("/dev/ttyACM0");
        assertThat(Browser.json(answer).at("/devices/0/name").asText()).isEqualTo("Scanner");
        JsonNode scanner = Browser.json(answer).at("/registers/0/scanner");
        assertThat(scanner.path("state").asText()).isEqualTo("OPEN");
        assertThat(scanner.at("/last/code/kind").asText()).isEqualTo("SIGNED");
        assertThat(scanner.at("/last/code/start").asText()).isEqualTo("eyJh");

        till.scanners.hear("1", new Heard.Unreadable(Heard.Why.NO_TEXT));
        assertThat(Browser.json(admin.get("/api/config/scanner/serial"))
                        .at("/registers/0/scanner/last/unreadable")
                        .asText())
                .isEqualTo("NO_TEXT");
    }

    @Test
    void settingsThatCannotBeOrCannotBeAuditedDoNotServe() {
        Browser admin = till.browser().asAdmin();
        assertThat(admin.send("PUT", "/api/config/scanner/serial/1", SETTINGS.replace("9600", "9601"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.send("PUT", "/api/config/scanner/serial/x", SETTINGS).statusCode())
                .isEqualTo(404);
        till.host.answer("noteAside", arguments -> SampleHost.refused(Result.Kind.FORBIDDEN));
        assertThat(admin.send("PUT", "/api/config/scanner/serial/1", SETTINGS).statusCode())
                .isEqualTo(403);
        assertThat(till.scanners.scanners()).isEmpty();
    }

    @Test
    void aTillWithoutSerialPortsSaysSo() {
        Browser admin = till.browser().asAdmin();
        till.wiring.areas().serial().detach(till.scanners);

        assertThat(Browser.json(admin.get("/api/config/scanner/serial"))
                        .path("there")
                        .asBoolean(true))
                .isFalse();
        for (HttpResponse<String> answer : List.of(
                admin.send("PUT", "/api/config/scanner/serial/1", SETTINGS),
                admin.send("DELETE", "/api/config/scanner/serial/1", ""))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Browser.json(answer).at("/guidance/happened/code").asText())
                    .isEqualTo("web.no-serial");
        }
    }

    private void scan(String register, String code) {
        till.scanners.hear(register, new Heard.Scan(code));
    }

    private static Lines open(Browser browser, String query) {
        HttpResponse<InputStream> response =
                browser.send(browser.request("/api/events" + query), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Lines(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private record Lines(BufferedReader lines) implements AutoCloseable {

        /** The line after the next one that reads so. */
        String until(String wanted) throws IOException {
            for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
                assertThat(line).as("the stream ended").isNotNull();
            }
            return lines.readLine();
        }

        String rest() throws IOException {
            var all = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line);
            }
            return all.toString();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
