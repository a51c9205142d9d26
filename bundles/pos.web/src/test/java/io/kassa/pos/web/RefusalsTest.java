package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the till refuses, and what breaks inside it, reaches the page as words; the log learns where, and no more. */
class RefusalsTest {

    private final TillServer till = TillServer.shop();

    @AfterEach
    void stop() {
        till.close();
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND,404", "INVALID,400", "FORBIDDEN,403", "CONFLICT,409", "UNAVAILABLE,503"})
    void aRefusalOfTheTillHasItsStatusAndItsWords(Result.Kind kind, int status) {
        till.host.answer("complete", arguments -> SampleHost.refused(kind));
        HttpResponse<String> response = complete();
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Browser.json(response).path("kind").asText()).isEqualTo(kind.name());
        assertThat(Browser.json(response).at("/guidance/money/texts/fi").asText())
                .isEqualTo("teksti");
    }

    @Test
    void booksThatCannotBeReachedAreSaidSo() {
        till.host.answer("complete", arguments -> {
            throw new LedgerUnavailableException("disk of eyJ_SCANNED", new IllegalStateException());
        });
        Said said = saidOf(this::complete);
        assertThat(said.response().statusCode()).isEqualTo(503);
        assertThat(said.log())
                .containsOnlyOnce("\n")
                .contains("LedgerUnavailableException, caused by java.lang.IllegalStateException")
                .doesNotContain("SCANNED");
    }

    @Test
    void aBugIsLoggedWithoutWhatWasScanned() {
        till.host.answer("answer", arguments -> {
            throw new IllegalStateException("while reading " + arguments.get(4), new RuntimeException("eyJ_SCANNED"));
        });
        Said said = saidOf(() -> till.browser()
                .asAdmin()
                .send(
                        "POST",
                        "/api/registers/1/attempts/a1/answers",
                        "{\"step\":\"s\",\"answer\":{\"kind\":\"scanned\",\"code\":\"eyJ_SCANNED\"}}"));
        assertThat(said.response().statusCode()).isEqualTo(500);
        assertThat(said.response().body()).doesNotContain("SCANNED", "IllegalState");
        assertThat(said.log())
                .contains("IllegalStateException", "RuntimeException", "at ")
                .doesNotContain("SCANNED", "while reading");
    }

    private record Said(HttpResponse<String> response, String log) {}

    private static Said saidOf(Supplier<HttpResponse<String>> call) {
        PrintStream before = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            return new Said(call.get(), log.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void aReasonIsNoLongerThanTheDescriptionSays() {
        Browser admin = till.browser().asAdmin();
        for (int length : new int[] {500, 501}) {
            String reason = "\"reason\":\"" + "x".repeat(length) + "\"}";
            int status = length > 500 ? 400 : 200;
            assertThat(admin.send("POST", "/api/worklist/cases/1/resolution", "{" + reason)
                            .statusCode())
                    .isEqualTo(status);
            String answer = "{\"step\":\"s\",\"answer\":{\"kind\":\"confirmed\"}," + reason;
            assertThat(admin.send("POST", "/api/registers/1/attempts/a1/answers", answer)
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void anAddressThatIsNoTextIsRefusedAndNoFault() {
        Browser admin = till.browser().asAdmin();
        assertThat(admin.get("/api/receipts?query=%ff").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/receipts?most=%c3%28").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/events?register=%ff").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> complete() {
        return till.browser().asAdmin().send("POST", "/api/registers/1/sales/s1/completion", "");
    }
}
