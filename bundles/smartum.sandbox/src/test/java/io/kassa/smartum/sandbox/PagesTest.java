package io.kassa.smartum.sandbox;

import static io.kassa.smartum.sandbox.Sandbox.KAISLA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.books.RefundWindow;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PagesTest {
    private final Sandbox sandbox = Sandbox.start(Options.inMemory());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void phoneAndPanelLoadNothingFromElsewhere() throws Exception {
        for (String page : new String[] {"/phone", "/panel"}) {
            HttpResponse<String> answer = get(page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.body()).doesNotContain("http://").doesNotContain("https://");
            Matcher links = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"").matcher(answer.body());
            assertThat(links.results().map(link -> status(link.group(1))))
                    .hasSizeGreaterThan(3)
                    .containsOnly(200);
        }
    }

    @Test
    void whateverAModuleImportsIsThere() throws Exception {
        for (String page : new String[] {"phone.js", "panel.js"}) {
            Matcher imports = Pattern.compile("from '\\./([^']+)'")
                    .matcher(get("/assets/" + page).body());
            assertThat(imports.results().map(link -> status("/assets/" + link.group(1))))
                    .hasSizeGreaterThan(3)
                    .containsOnly(200);
        }
        assertThat(get("/assets/..%2fPages.class").statusCode()).isEqualTo(404);
    }

    @Test
    void theApisAddressShowsAPersonTheWay() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(sandbox.root() + "/phone")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("location")).contains(sandbox.pages() + "/phone");
    }

    @Test
    void thePhonePaysAndShowsTheReceiptsCode() throws Exception {
        JsonNode paid =
                post("/phone/payments", 201, "{'venue':'%s','benefit':'exercise','cents':1050}".formatted(KAISLA));
        String id = paid.path("id").asText();
        assertThat(sandbox.books().payment(id).orElseThrow().cents()).isEqualTo(1050);
        assertThat(get("/receipts/" + id + ".txt").body())
                .isEqualTo(sandbox.books().payment(id).orElseThrow().receipt());
        assertThat(get("/receipts/" + id + ".svg").body()).startsWith("<svg");
        assertThat(get("/receipts/" + id + ".png?scale=4").headers().firstValue("content-type"))
                .contains("image/png");
        JsonNode state = Json.mapper().readTree(get("/phone/state").body());
        assertThat(state.at("/balances/exercise").asLong()).isEqualTo(38_950);
        assertThat(state.at("/payments/0/id").asText()).isEqualTo(id);
    }

    @Test
    void thePhoneSaysWhyItDoesNotPay() throws Exception {
        assertThat(post(
                                "/phone/payments",
                                422,
                                "{'venue':'%s','benefit':'exercise','cents':99999999}".formatted(KAISLA))
                        .path("code")
                        .asText())
                .isEqualTo("NOT_ENOUGH");
        post("/phone/payments", 400, "{'venue':'%s','benefit':'exercise','cents':10.5}".formatted(KAISLA));
        post("/phone/payments", 400, "rubbish");
        assertThat(sandbox.books().payments()).isEmpty();
    }

    @Test
    void strangersReceiptsAreNotOnTheCustomersPhone() throws Exception {
        sandbox.issue(Special.OLD, KAISLA, "exercise", 1000);
        assertThat(Json.mapper().readTree(get("/phone/state").body()).path("payments"))
                .isEmpty();
        assertThat(Json.mapper().readTree(get("/control/state").body()).path("payments"))
                .hasSize(1);
    }

    @Test
    void refundsReachAnOpenPageAtOnce() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        try (Socket socket = new Socket("127.0.0.1", sandbox.pages().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            await(lines, "event: hello");
            new Client(sandbox).refund(receipt.id(), 400, "key");
            await(lines, "event: refunded");
            assertThat(Json.mapper().readTree(lines.readLine().substring("data: ".length())))
                    .isEqualTo(Json.mapper().readTree("{\"payment\":\"" + receipt.id() + "\",\"cents\":400}"));
        }
    }

    @Test
    void troubleIsScriptedThroughTheControlApiWhileTheApiRefuses() throws Exception {
        post("/control/troubles", 201, "{'target':'ALL','trouble':{'kind':'refuse'}}");
        JsonNode set =
                post("/control/troubles", 201, "{'target':'REFUND','trouble':{'kind':'status','code':503},'calls':2}");
        assertThat(sandbox.troubles().refusing()).isTrue();
        assertThat(sandbox.troubles().standing().get(1).trouble()).isEqualTo(new Trouble.Status(503, 0));
        assertThat(delete("/control/troubles/" + set.path("id").asLong())).isEqualTo(204);
        assertThat(sandbox.troubles().standing()).hasSize(1);
        assertThat(delete("/control/troubles")).isEqualTo(204);
        assertThat(new Client(sandbox).venues().status()).isEqualTo(200);
    }

    @Test
    void aPortThatCannotBeReachedIsShownAsSuch() throws Exception {
        post("/control/troubles", 201, "{'target':'ALL','trouble':{'kind':'unreachable'}}");
        assertThat(Json.mapper()
                        .readTree(get("/control/state").body())
                        .path("unreachable")
                        .asBoolean())
                .isTrue();
        assertThat(delete("/control/troubles")).isEqualTo(204);
        assertThat(new Client(sandbox).venues().status()).isEqualTo(200);
    }

    @Test
    void everyKindOfTroubleStandsOnThePanel() throws Exception {
        String panel = get("/assets/panel-trouble.js").body();
        for (JsonSubTypes.Type kind :
                Trouble.class.getAnnotation(JsonSubTypes.class).value()) {
            assertThat(panel).contains("['" + kind.name() + "', '");
        }
    }

    @Test
    void troubleThatMakesNoSenseIsRefused() throws Exception {
        post("/control/troubles", 400, "{'target':'ALL','trouble':{'kind':'flood'}}");
        post("/control/troubles", 400, "{'target':'NOWHERE','trouble':{'kind':'reset'}}");
        post("/control/troubles", 400, "{'target':'ALL','trouble':{'kind':'status','code':200}}");
        post("/control/troubles", 400, "{'target':'ALL','trouble':{'kind':'refuse'},'calls':3}");
        assertThat(sandbox.troubles().standing()).isEmpty();
    }

    @Test
    void everyKindOfTroubleHasANameInTheControlApi() throws Exception {
        String state = get("/control/state").body();
        assertThat(state).contains("\"troubles\":[]");
        sandbox.troubles().set(Target.REFUND, new Trouble.IgnoreIdempotencyKey());
        assertThat(get("/control/state").body()).contains("{\"kind\":\"ignore-idempotency-key\"}");
    }

    @Test
    void specialReceiptsAreIssuedAndDrawn() throws Exception {
        for (Special kind : Special.values()) {
            JsonNode issued = post(
                    "/control/receipts",
                    201,
                    "{'special':'%s','venue':'%s','benefit':'exercise','cents':1000}".formatted(kind, KAISLA));
            assertThat(issued.path("text").asText()).isNotEmpty();
            int picture = status("/receipts/" + issued.path("id").asText() + ".svg");
            assertThat(picture).isEqualTo(kind == Special.RUBBISH ? 404 : 200);
        }
    }

    @Test
    void theOperatorCancelsRefundsTopsUpAndMovesTheWindow() throws Exception {
        Receipt one = sandbox.pay(KAISLA, "exercise", 1000);
        Receipt other = sandbox.pay(KAISLA, "exercise", 1000);
        post("/control/payments/" + one.id() + "/cancel", 204, "{}");
        post("/control/payments/" + one.id() + "/cancel", 422, "{}");
        post("/control/payments/" + other.id() + "/refund", 201, "{'cents':400}");
        post("/control/payments/" + other.id() + "/refund", 422, "{'cents':601}");
        post("/control/accounts/massage", 204, "{'cents':100}");
        post("/control/settings", 204, "{'window':'NEVER'}");
        assertThat(sandbox.books().payment(one.id()).orElseThrow().state()).isEqualTo(Payment.State.CANCELLED);
        assertThat(sandbox.books().payment(other.id()).orElseThrow().refundedCents())
                .isEqualTo(400);
        assertThat(sandbox.books().balances())
                .containsEntry("exercise", 39_400L)
                .containsEntry("massage", 20_100L);
        assertThat(sandbox.books().window()).isEqualTo(RefundWindow.NEVER);
    }

    @Test
    void aWebShopsCustomerPaysOnceAndBringsTheReceiptBack() throws Exception {
        String wish = ("{'venue':'%s','amount':50000,'benefit':'exercise','product_name':'Season','nonce':'n1',"
                        + "'success_url':'https://shop.example/ok?a=1','cancel_url':'https://shop.example/no'}")
                .formatted(KAISLA)
                .replace('\'', '"');
        String page =
                Json.mapper().readTree(checkout(wish).body()).at("/data/url").asText();
        assertThat(page).startsWith(sandbox.pages() + "/phone#/checkout/");
        String path = "/phone/checkouts/" + page.substring(page.lastIndexOf('/') + 1);
        assertThat(Json.mapper().readTree(get(path).body()).path("cents").asLong())
                .isEqualTo(50_000);
        String url = post(path, 201, "{}").path("url").asText();
        assertThat(url).startsWith("https://shop.example/ok?a=1&jwt=eyJ");
        String claims = new String(Base64.getUrlDecoder().decode(url.split("\\.")[2]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"card_amount\":10000").contains("\"nonce\":\"n1\"");
        assertThat(sandbox.books().balances()).containsEntry("exercise", 0L);
        post(path, 404, "{}");
        assertThat(checkout(wish.replace("https://shop.example/ok", "javascript:alert"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(checkout("rubbish").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> checkout(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.root() + "/checkout"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void otherSitesAndFormsAreKeptOut() throws Exception {
        assertThat(raw("GET /phone/state", "Host: evil.example")).contains(" 403 ");
        String form = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded";
        assertThat(raw("POST /control/settings", form)).contains(" 403 ");
        String foreign = "Host: localhost\r\nContent-Type: application/json\r\nOrigin: http://evil.example";
        assertThat(raw("POST /control/settings", foreign)).contains(" 403 ");
        assertThat(raw("DELETE /control/troubles", "Host: localhost\r\nOrigin: null"))
                .contains(" 403 ");
        assertThat(raw("nonsense", "Host: localhost")).contains(" 400 ");
    }

    private String raw(String start, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.pages().getPort())) {
            String text = start + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void await(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (!wanted.equals(line)) {
            assertThat(line).as("before " + wanted).isNotNull();
            line = lines.readLine();
        }
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int delete(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).DELETE().build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private JsonNode post(String path, int status, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(path + " " + body + " " + answer.body())
                .isEqualTo(status);
        return Json.mapper().readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create(sandbox.pages() + path);
    }
}
