package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.health.Health;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.text.Message;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till tells whoever looks after it, and whom it tells. */
class OperationsTest {

    private static final String TOKEN = "a-token-long-enough-to-be-one";

    private TillServer till;

    @BeforeEach
    void start() {
        till = TillServer.shop();
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void aProgramWithTheTokenReadsTheMetricsAndNothingElse() {
        till.token = Optional.of(new Secret(TOKEN));
        HttpResponse<String> metrics = scrape("/metrics", "Bearer " + TOKEN);
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.body()).contains("# TYPE kassa_cases_open gauge");
        for (String other : List.of("/api/health", "/api/worklist", "/api/config/people")) {
            assertThat(scrape(other, "Bearer " + TOKEN).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anotherTokenNoTokenAndAShortOneOpenNothing() {
        assertThat(scrape("/metrics", "Bearer ").statusCode()).isEqualTo(401);
        assertThat(scrape("/metrics", "Bearer " + TOKEN).statusCode()).isEqualTo(401);
        till.token = Optional.of(new Secret(TOKEN));
        assertThat(scrape("/metrics", "Bearer " + TOKEN + "x").statusCode()).isEqualTo(401);
        assertThat(scrape("/metrics", "Basic " + TOKEN).statusCode()).isEqualTo(401);
        assertThat(scrape("/metrics", TOKEN).statusCode()).isEqualTo(401);
        till.token = Optional.of(new Secret("short"));
        assertThat(scrape("/metrics", "Bearer short").statusCode()).isEqualTo(401);
        till.token = Optional.of(new Secret("another-token-that-is-long"));
        assertThat(scrape("/metrics", "Bearer another-token-that-is-long").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoWatchesOverTheTillHearsOneWord() {
        assertThat(till.browser().get("/health").body()).isEqualTo("ok\n");
        till.host.answer("look", arguments -> List.of(note(Severity.OK), note(Severity.ERROR)));
        HttpResponse<String> sick = till.browser().get("/health");
        assertThat(sick.statusCode()).isEqualTo(503);
        assertThat(sick.body()).isEqualTo("not ok\n");
        till.host.answer("look", arguments -> List.of(note(Severity.WARNING)));
        assertThat(till.browser().get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aLookIsShallowAndATestIsNot() {
        Browser admin = till.browser().asAdmin();
        admin.get("/api/health?tag=pos&tag=ledger");
        admin.send("POST", "/api/health?tag=payment", "");
        till.browser().get("/health");
        assertThat(till.host.asked.stream()
                        .filter(asked -> asked.method().equals("look"))
                        .map(asked -> asked.arguments().get(0)))
                .containsExactly(Set.of("pos", "ledger", Health.SHALLOW), Set.of("payment"), Set.of(Health.LIVE));
    }

    private HttpResponse<String> scrape(String path, String authorization) {
        Browser program = till.browser();
        return program.send(program.request(path).header("Authorization", authorization));
    }

    private static Health.Note note(Severity severity) {
        Message said = new Message("health.disk", List.of(), Map.of("en", "secret details"));
        return new Health.Note("disk", List.of(), severity, said, Optional.empty(), Optional.empty());
    }
}
