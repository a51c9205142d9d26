package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale and its refund over HTTP, on the real host: every answer is as the description says. */
class CounterTest {

    private static final String ADMIN = "{\"kind\":\"password\",\"name\":\"admin\",\"password\":\"demo-admin-2026\"}";
    private static final String AINO = "{\"kind\":\"pin\",\"name\":\"Aino\",\"pin\":\"1234\",\"register\":\"R1\"}";
    private static final String R1 = "/api/registers/R1";

    @TempDir
    Path folder;

    private final Description description = new Description();
    private RealHost host;
    private TillServer till;
    private Browser browser;

    CounterTest() throws IOException {}

    @BeforeEach
    void open() {
        host = new RealHost(folder);
        till = TillServer.before(host.facade);
        browser = till.browser().opens();
    }

    @AfterEach
    void close() {
        till.close();
        host.close();
    }

    @Test
    void sellsForCashAndGivesPartOfItBack() {
        pairsAndLogsIn();
        JsonNode register = does("POST", R1 + "/lines", "{\"product\":\"gym-visit\",\"quantity\":2}");
        String sale = R1 + "/sales/" + register.at("/sale/id").asText();
        does("PUT", sale + "/lines/1", "{\"quantity\":2,\"discount\":{\"minor\":100,\"currency\":\"EUR\"}}");
        register = does("PUT", sale + "/discount", "{\"discount\":{\"minor\":400,\"currency\":\"EUR\"}}");
        assertThat(register.at("/sale/left/minor").asLong()).isEqualTo(1500);

        register = pays(sale, "cash", "{\"kind\":\"amount\",\"money\":{\"minor\":2000,\"currency\":\"EUR\"}}");
        assertThat(register.at("/sale/change/minor").asLong()).isEqualTo(500);
        register = does("POST", sale + "/completion", "");
        assertThat(register.at("/sale/state").asText()).isEqualTo("COMPLETED");

        String id = register.at("/sale/id").asText();
        assertThat(does("GET", "/api/receipts?query=" + id, "")).hasSize(1);
        String lines = "{\"1\":{\"minor\":750,\"currency\":\"EUR\"}}";
        does("POST", "/api/receipts/" + id + "/proposals", "{\"lines\":" + lines + "}");
        JsonNode receipt = does(
                "POST",
                "/api/receipts/" + id + "/refunds",
                "{\"refund\":\"" + UUID.randomUUID() + "\",\"lines\":" + lines + ",\"methods\":{}}");
        JsonNode attempt = receipt.at("/refunds/0/attempt");
        receipt = does(
                "POST",
                "/api/refunds/attempts/" + attempt.path("id").asText() + "/answers",
                "{\"step\":\"" + attempt.at("/step/name").asText() + "\",\"answer\":{\"kind\":\"confirmed\"}}");
        assertThat(receipt.at("/refunded/minor").asLong()).isEqualTo(750);
        does("GET", "/api/worklist", "");
    }

    @Test
    void refusesInWordsWhatTheTillRefuses() {
        pairsAndLogsIn();
        JsonNode register = does("POST", R1 + "/lines", "{\"product\":\"drink\",\"quantity\":1}");
        String sale = R1 + "/sales/" + register.at("/sale/id").asText();
        assertThat(refused("POST", sale + "/completion", "")).isEqualTo(409);
        assertThat(refused("POST", R1 + "/lines", "{\"product\":\"nothing\",\"quantity\":1}"))
                .isEqualTo(404);
        assertThat(refused("POST", R1 + "/lines", "{\"product\":\"drink\",\"quantity\":-1}"))
                .isEqualTo(400);
        assertThat(refused("GET", "/api/receipts/R9-1", "")).isEqualTo(404);
        does("POST", sale + "/cancellation", "{\"receipts\":{}}");
    }

    @Test
    void configuresTheTill() {
        logsIn(ADMIN);
        does("PUT", "/api/config/groups/new", "{\"name\":\"New\",\"position\":9}");
        does(
                "PUT",
                "/api/config/products/ball",
                "{\"name\":\"Ball\",\"group\":\"new\",\"price\":{\"minor\":990,\"currency\":\"EUR\"},"
                        + "\"labels\":[\"liikunta\"],\"onSale\":true,\"deposit\":false}");
        does("PUT", "/api/config/registers/R3", "{\"name\":\"Terrace\",\"methods\":[\"card\"]}");
        does(
                "PUT",
                "/api/config/methods/cash",
                "{\"enabled\":false,\"account\":\"1900\",\"surplusAccount\":\"\",\"registerCheck\":true,\"quick\":true,\"rounding\":true}");
        does(
                "PUT",
                "/api/config/people/Maija",
                "{\"role\":\"CASHIER\",\"mayAttest\":false,\"active\":true,\"secret\":\"9753\"}");
        for (String list : new String[] {"methods", "registers", "groups", "products", "forms", "people"}) {
            does("GET", "/api/config/" + list, "");
        }
        JsonNode catalogue = does("GET", "/api/catalogue", "");
        assertThat(catalogue.at("/groups/4/products/0/name").asText()).isEqualTo("Ball");
        assertThat(does("GET", "/api/registers/R3", "").path("catalogue")).isEqualTo(catalogue.path("version"));
        assertThat(refused(
                        "PUT",
                        "/api/config/people/Maija",
                        "{\"role\":\"ADMIN\",\"mayAttest\":false,\"active\":true,\"secret\":\"short\"}"))
                .isEqualTo(400);
    }

    private void pairsAndLogsIn() {
        logsIn(ADMIN);
        does("PUT", R1 + "/pairing", "");
        logsIn(AINO);
    }

    private void logsIn(String body) {
        browser.csrf = does("POST", "/api/session", body).path("csrf").asText();
    }

    private JsonNode pays(String sale, String method, String answer) {
        String attempt = UUID.randomUUID().toString();
        JsonNode register =
                does("POST", sale + "/payments", "{\"attempt\":\"" + attempt + "\",\"method\":\"" + method + "\"}");
        return does(
                "POST",
                R1 + "/attempts/" + attempt + "/answers",
                "{\"step\":\"" + register.at("/attempt/step/name").asText() + "\",\"answer\":" + answer + "}");
    }

    private JsonNode does(String method, String path, String body) {
        HttpResponse<String> response = method.equals("GET") ? browser.get(path) : browser.send(method, path, body);
        assertThat(response.statusCode())
                .as(method + " " + path + " " + response.body())
                .isEqualTo(200);
        JsonNode answer = Browser.json(response);
        assertThat(Fit.faults(description, operation(method, path).output(), answer))
                .as(method + " " + path)
                .isEmpty();
        return answer;
    }

    private int refused(String method, String path, String body) {
        HttpResponse<String> response = method.equals("GET") ? browser.get(path) : browser.send(method, path, body);
        assertThat(Fit.faults(description, description.schema("Problem"), Browser.json(response)))
                .as(method + " " + path)
                .isEmpty();
        return response.statusCode();
    }

    private Operation operation(String method, String path) {
        String plain = path.replaceAll("\\?.*", "");
        return description.operations().stream()
                .filter(each -> each.method().equals(method))
                .filter(each -> Pattern.matches(each.path().replaceAll("\\{\\w+}", "[^/]+"), plain))
                .min((one, other) ->
                        Boolean.compare(one.path().contains("{"), other.path().contains("{")))
                .orElseThrow();
    }
}
