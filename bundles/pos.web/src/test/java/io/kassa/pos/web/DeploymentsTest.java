package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest {

    private static final String PLUG_INS = "/api/config/plug-ins";

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
    void anAdminHandsInAnArtefactAndSeesWhatRuns() {
        HttpResponse<String> answer =
                upload(till.browser().asAdmin(), "new.jar", 3_000_000, "application/java-archive");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Browser.json(answer).path("running").get(0).path("version").asText())
                .isEqualTo("text");
        assertThat(till.deployments.asked).containsExactly("Anna new.jar 3000000");
    }

    @Test
    void aRefusalIsToldInTheDesksOwnWords() {
        HttpResponse<String> answer = upload(till.browser().asAdmin(), "refused.jar", 10, "application/java-archive");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browser.json(answer).at("/guidance/happened/code").asText()).isEqualTo("some.text");
        assertThat(till.browser()
                        .asAdmin()
                        .send("POST", PLUG_INS + "/refused/rollback", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aTillThatCannotDeploySaysSo() {
        till.deploys = false;
        HttpResponse<String> answer = till.browser().asAdmin().send("GET", PLUG_INS, "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Browser.json(answer).at("/guidance/happened/code").asText()).isEqualTo("web.no-deployments");
    }

    @Test
    void whoLeftThePageOpenIsAskedForThePasswordAgain() {
        Browser admin = till.browser().asAdmin();
        till.pass(Duration.ofMinutes(6));

        for (HttpResponse<String> answer : List.of(
                upload(admin, "new.jar", 10, "application/java-archive"),
                admin.send("POST", PLUG_INS + "/x/rollback", ""))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Browser.json(answer).path("kind").asText()).isEqualTo("PASSWORD_AGAIN");
        }
        assertThat(till.deployments.asked).isEmpty();
        assertThat(admin.get(PLUG_INS).statusCode()).isEqualTo(200);
    }

    @Test
    void otherTypesNoNameAndTooMuchAreRefusedBeforeTheDeskIsAsked() {
        Browser admin = till.browser().asAdmin();

        assertThat(upload(admin, "new.jar", 10, "application/octet-stream").statusCode())
                .isEqualTo(415);
        assertThat(upload(admin, "", 10, "application/java-archive").statusCode())
                .isEqualTo(400);
        assertThat(upload(admin, "big.jar", (32 << 20) + 1, "application/java-archive")
                        .statusCode())
                .isEqualTo(413);
        assertThat(till.deployments.asked).isEmpty();
    }

    private static HttpResponse<String> upload(Browser browser, String name, int size, String type) {
        return browser.send(browser.writing(PLUG_INS + "?file=" + name)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(new byte[size])));
    }
}
