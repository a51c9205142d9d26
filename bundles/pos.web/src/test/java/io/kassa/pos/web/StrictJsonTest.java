package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.People;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page sends is read strictly: anything else than what is described reaches nobody. */
class StrictJsonTest {

    private static final String ANSWERS = "/api/registers/1/attempts/a1/answers";
    private static TillServer till;
    private static Browser admin;

    @BeforeAll
    static void start() {
        till = TillServer.shop();
        admin = till.browser().asAdmin();
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    @BeforeEach
    void forget() {
        till.host.asked.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quantity\":1,\"discount\":{\"minor\":10.0,\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":1e1,\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":\"10\",\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":9223372036854775808,\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":10,\"currency\":\"EURO\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":10,\"currency\":\"eur\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":10}}",
                "{\"quantity\":1,\"discount\":null}",
                "{\"quantity\":1}",
                "{\"quantity\":true,\"discount\":{\"minor\":10,\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"quantity\":1,\"discount\":{\"minor\":10,\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":10,\"minor\":1,\"currency\":\"EUR\"}}",
                "{\"quantity\":1,\"discount\":{\"minor\":10,\"currency\":\"EUR\"}} {}",
                "{\"quantity\":1,\"discount\":{\"minor\":10,\"currency\":\"EUR\"},}",
                "{'quantity':1,'discount':{'minor':10,'currency':'EUR'}}",
                "{\"quantity\":01,\"discount\":{\"minor\":10,\"currency\":\"EUR\"}}",
                "{\"quantity\":NaN,\"discount\":{\"minor\":10,\"currency\":\"EUR\"}}",
                "[]",
                "null",
                "\"\"",
                "{"
            })
    void refusesABodyThatIsNotAsDescribed(String body) {
        assertThat(refused(admin.send("PUT", "/api/registers/1/sales/s1/lines/1", body)))
                .isEqualTo(400);
        assertThat(till.host.asked).noneMatch(asked -> asked.method().equals("changeLine"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"scanned\",\"code\":\"c\",\"money\":1}",
                "{\"kind\":\"Scanned\",\"code\":\"c\"}",
                "{\"kind\":\"toString\"}",
                "{\"code\":\"c\"}",
                "{\"kind\":1,\"code\":\"c\"}",
                "{\"kind\":\"scanned\",\"code\":null}",
                "\"cancelled\""
            })
    void refusesAnAnswerOfNoKnownKind(String answer) {
        String body = "{\"step\":\"scan\",\"answer\":" + answer + "}";
        assertThat(refused(admin.send("POST", ANSWERS, body))).isEqualTo(400);
        assertThat(till.host.asked).noneMatch(asked -> asked.method().equals("answer"));
    }

    @Test
    void readsEveryKindOfAnswer() {
        assertThat(given("{\"kind\":\"scanned\",\"code\":\"\"}")).isEqualTo(new Answer.Scanned(""));
        assertThat(given("{\"money\":{\"minor\":-1,\"currency\":\"EUR\"},\"kind\":\"amount\"}"))
                .isEqualTo(new Answer.Amount(Money.euro(-1)));
        assertThat(given("{\"kind\":\"text\",\"text\":\"ä\"}")).isEqualTo(new Answer.Text("ä"));
        assertThat(given("{\"kind\":\"confirmed\"}")).isEqualTo(new Answer.Confirmed());
        assertThat(given("{\"kind\":\"detoured\",\"id\":\"d\"}")).isEqualTo(new Answer.Detoured("d"));
        assertThat(given("{\"kind\":\"cancelled\"}")).isEqualTo(new Answer.Cancelled());
    }

    @Test
    void passesALongScanOnAsItIs() {
        String rubbish = "\u00e4<script>\\u0000\\n".repeat(700);
        assertThat(((Answer.Scanned) given("{\"kind\":\"scanned\",\"code\":\"" + rubbish + "\"}")).code())
                .hasSize(rubbish.replace("\\u0000\\n", "12").length());
    }

    @Test
    void namesThePlaceAndNeverWhatStoodThere() {
        String body =
                "{\"step\":\"scan\",\"answer\":{\"kind\":\"amount\",\"money\":{\"minor\":\"tx_SECRET\",\"currency\":\"EUR\"}}}";
        HttpResponse<String> response = admin.send("POST", ANSWERS, body);
        assertThat(response.body()).contains("answer.money.minor").doesNotContain("tx_SECRET");
        assertThat(admin.send("POST", ANSWERS, "{\"tx_SECRET\":1}").body()).doesNotContain("tx_SECRET");
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrNoUtf8() {
        assertThat(refused(admin.send("POST", ANSWERS, " ".repeat(70_000)))).isEqualTo(413);
        var chunked = admin.writing(ANSWERS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[70_000])));
        assertThat(refused(admin.send(chunked))).isEqualTo(413);
        assertThat(refused(admin.send("POST", ANSWERS, "[".repeat(2000)))).isEqualTo(400);
        byte[] latin = "{\"step\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(admin.sendBytes(ANSWERS, "application/json", latin))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void refusesWhatAFormOfAnotherSiteCouldSend(String type) {
        assertThat(refused(admin.sendBytes(ANSWERS, type, "{}".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(415);
    }

    @Test
    void refusesIdsOfAnotherForm() {
        assertThat(refused(admin.send("DELETE", "/api/registers/1/attempts/a%20b", "")))
                .isEqualTo(404);
        assertThat(refused(admin.get("/api/receipts/" + "x".repeat(65)))).isEqualTo(404);
    }

    @Test
    void readsNamesInThePathAsPeopleWriteThem() {
        admin.send(
                "PUT",
                "/api/config/people/%C3%84ij%C3%A4%20%2B%201",
                "{\"role\":\"CASHIER\",\"mayAttest\":true,\"active\":true}");
        assertThat(till.host.asked).anySatisfy(asked -> {
            assertThat(asked.method()).isEqualTo("save");
            assertThat(asked.arguments())
                    .contains(new People.Person("Äijä + 1", Role.CASHIER, true, true), Optional.empty());
        });
    }

    @Test
    void saysWhichMethodsAPathHas() {
        HttpResponse<String> response = admin.send("PATCH", "/api/session", "");
        assertThat(refused(response)).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST, DELETE");
    }

    private static Object given(String answer) {
        till.host.asked.clear();
        HttpResponse<String> response =
                admin.send("POST", ANSWERS, "{\"step\":\"scan\",\"answer\":" + answer + ",\"reason\":\"r\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<Object> arguments = till.host.asked.stream()
                .filter(asked -> asked.method().equals("answer"))
                .findFirst()
                .orElseThrow()
                .arguments();
        return arguments.get(4);
    }

    private static int refused(HttpResponse<String> response) {
        assertThat(Browser.json(response).path("guidance").path("next").path("texts"))
                .hasSize(3);
        return response.statusCode();
    }
}
