package io.kassa.smartum.sandbox;

import static io.kassa.smartum.sandbox.Sandbox.KAISLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TroubleTest {
    private final MovableClock clock = new MovableClock("2026-03-10T12:00:00Z");
    private final Sandbox sandbox = Sandbox.start(Options.inMemory().withClock(clock));
    private final Client client = new Client(sandbox);
    private final Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
    private String token;

    @BeforeEach
    void login() throws Exception {
        token = client.token();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void refuseMeansThatNothingListensUntilItIsCleared() throws Exception {
        for (int times = 0; times < 20; times++) {
            sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
            assertThatThrownBy(() -> client.venues()).isInstanceOf(ConnectException.class);
            assertThatThrownBy(() -> client.lookUp(token, receipt.id())).isInstanceOf(ConnectException.class);
            sandbox.troubles().clear();
            assertThat(client.venues().status()).isEqualTo(200);
        }
    }

    @Test
    void stallReadsTheRequestAndSaysNothing() {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.Stall(1));
        long start = System.nanoTime();
        assertThatThrownBy(() -> client.lookUp(token, receipt.id())).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void resetDropsTheConnectionWithoutAWord() throws Exception {
        sandbox.troubles().set(Target.ALL, new Trouble.Reset(), 1);
        try (Socket socket = new Socket("127.0.0.1", sandbox.root().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("GET /v1/venues HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read()).hasMessageContaining("reset");
        }
    }

    @Test
    void aStatusComesWithItsRetryAfterForAsManyCallsAsSaid() throws Exception {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.Status(429, 7), 2);
        assertThat(client.lookUp(token, receipt.id()).raw().headers().firstValue("retry-after"))
                .contains("7");
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(429);
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(200);
    }

    @Test
    void troubleStrikesItsTargetOnly() throws Exception {
        sandbox.troubles().set(Target.TOKEN, new Trouble.Status(503, 0));
        assertThat(client.token("a", "b").status()).isEqualTo(503);
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(200);
        assertThat(client.venues().status()).isEqualTo(200);
    }

    @Test
    void redirectPointsElsewhere() throws Exception {
        sandbox.troubles().set(Target.ALL, new Trouble.Redirect("http://127.0.0.1:9/"), 1);
        Client.Answer answer = client.venues();
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.raw().headers().firstValue("location")).contains("http://127.0.0.1:9/");
    }

    @Test
    void htmlComesWhereJsonShould() throws Exception {
        sandbox.troubles().set(Target.ALL, new Trouble.Html(), 1);
        Client.Answer answer = client.venues();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().body()).startsWith("<!doctype html>");
    }

    @Test
    void aHugeBodyIsAsLongAsSaid() throws Exception {
        sandbox.troubles().set(Target.VENUES, new Trouble.HugeBody(3_000_000), 1);
        assertThatThrownBy(() -> client.venues()).isInstanceOf(com.fasterxml.jackson.core.JacksonException.class);
        sandbox.troubles().set(Target.VENUES, new Trouble.HugeBody(100_000), 1);
        try (Socket socket = new Socket("127.0.0.1", sandbox.root().getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/venues HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).hasSizeBetween(100_000, 100_300);
        }
    }

    @Test
    void aTokenThatExpiresNowMustBeFetchedAgain() throws Exception {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.TokenExpiresNow(), 1);
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(401);
        assertThat(client.lookUp(client.token(), receipt.id()).status()).isEqualTo(200);
    }

    @Test
    void anIgnoredKeyRefundsTwice() throws Exception {
        sandbox.troubles().set(Target.REFUND, new Trouble.IgnoreIdempotencyKey());
        client.refund(receipt.id(), 400, "key");
        client.refund(receipt.id(), 400, "key");
        assertThat(refunded()).isEqualTo(800);
    }

    @Test
    void aLostAnswerMovesTheMoneyAllTheSame() throws Exception {
        sandbox.troubles().set(Target.REFUND, new Trouble.LoseAnswerAfterProcessing(), 1);
        assertThatThrownBy(() -> client.refund(token, receipt.id(), "{\"amount\":400}", "key"))
                .isInstanceOf(IOException.class);
        assertThat(refunded()).isEqualTo(400);
        assertThat(client.refund(receipt.id(), 400, "key").status()).isEqualTo(201);
        assertThat(refunded()).isEqualTo(400);
    }

    @Test
    void aCallProcessedLateTakesEffectAfterItsAnswerWasLost() throws Exception {
        sandbox.troubles().set(Target.REFUND, new Trouble.ProcessLate(1), 1);
        assertThatThrownBy(() -> client.refund(token, receipt.id(), "{\"amount\":400}", "key"))
                .isInstanceOf(IOException.class);
        assertThat(refunded()).isZero();
        for (int tries = 0; refunded() == 0 && tries < 100; tries++) {
            Thread.sleep(50);
        }
        assertThat(refunded()).isEqualTo(400);
    }

    @Test
    void aSlowDripComesByteByByte() throws Exception {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.SlowDrip(3), 1);
        long start = System.nanoTime();
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void anAnswerCutMidwayIsNotWhole() {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.CutMidway(), 1);
        assertThatThrownBy(() -> client.lookUp(token, receipt.id())).isInstanceOf(IOException.class);
    }

    @Test
    void aDuplicateMemberHasTwoValues() throws Exception {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.DuplicateMember(), 1);
        String body = client.lookUp(token, receipt.id()).raw().body();
        assertThat(body).contains("{\"id\":0,\"id\":\"" + receipt.id());
        ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        assertThatThrownBy(() -> strict.readTree(body)).hasMessageContaining("Duplicate");
    }

    @Test
    void aMissingMemberOtherTransactionAndOtherAmountAreWellFormedButWrong() throws Exception {
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.MissingMember(), 1);
        assertThat(client.lookUp(token, receipt.id()).body().path("data").has("amount"))
                .isFalse();
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.OtherTransaction(), 1);
        assertThat(client.lookUp(token, receipt.id()).body().at("/data/id").asText())
                .startsWith("tx_")
                .isNotEqualTo(receipt.id());
        sandbox.troubles().set(Target.LOOK_UP, new Trouble.OtherAmount(), 1);
        assertThat(client.lookUp(token, receipt.id()).body().at("/data/amount").asLong())
                .isEqualTo(1001);
    }

    @Test
    void aSkewedClockShowsInTheDateOfAnswers() throws Exception {
        sandbox.troubles().set(Target.VENUES, new Trouble.ClockSkew(3600), 1);
        String date = client.venues().raw().headers().firstValue("date").orElseThrow();
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(clock.instant().plusSeconds(3600));
    }

    @Test
    void unreachableMeansThatConnectionsAreNeitherTakenNorRefused() throws Exception {
        for (int times = 0; times < 3; times++) {
            sandbox.troubles().set(Target.ALL, new Trouble.Unreachable());
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(
                                new InetSocketAddress(
                                        "127.0.0.1", sandbox.root().getPort()),
                                300))
                        .isInstanceOf(SocketTimeoutException.class);
            }
            sandbox.troubles().clear();
            assertThat(client.venues().status()).isEqualTo(200);
        }
    }

    @Test
    void aLateAnswerIsAboutWhatWasDoneAtOnce() throws Exception {
        sandbox.troubles().set(Target.REFUND, new Trouble.AnswerLate(300), 1);
        long start = System.nanoTime();
        assertThat(client.refund(receipt.id(), 400, "key").status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aRefusalHasTheFormOfTheContract() throws Exception {
        sandbox.troubles().set(Target.REFUND, new Trouble.Refusal(422, "something_new", 9), 1);
        Client.Answer answer = client.refund(receipt.id(), 400, "key");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo("something_new");
        assertThat(answer.raw().headers().firstValue("retry-after")).contains("9");
        assertThat(refunded()).isZero();
    }

    @Test
    void aCompressedBombIsSmallAsItComes() throws Exception {
        sandbox.troubles().set(Target.VENUES, new Trouble.CompressedBomb(10_000_000), 1);
        try (Socket socket = new Socket("127.0.0.1", sandbox.root().getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/venues HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).contains("Content-Encoding: gzip").hasSizeLessThan(50_000);
        }
    }

    @Test
    void answersComeInAnotherFormThanAgreed() throws Exception {
        assertThat(struck(new Trouble.WrongContentType()).headers().firstValue("content-type"))
                .contains("text/plain");
        assertThat(struck(new Trouble.WrongCharset()).body()).doesNotContain("\"amount\"");
        assertThat(struck(new Trouble.OtherShape()).body()).startsWith("[{").endsWith("}]");
        JsonNode worded = new ObjectMapper()
                .readTree(struck(new Trouble.NumbersAsText()).body())
                .path("data");
        assertThat(worded.path("amount")).isEqualTo(TextNode.valueOf("1000"));
        assertThat(OffsetDateTime.parse(worded.path("created_at").asText()).toInstant())
                .isEqualTo(clock.instant());
    }

    private HttpResponse<String> struck(Trouble trouble) throws Exception {
        sandbox.troubles().set(Target.LOOK_UP, trouble, 1);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.root().resolve("/v1/transactions/" + receipt.id()))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void troubleThatCouldNeverStrikeIsRefused() {
        assertThatThrownBy(() -> sandbox.troubles().set(Target.ALL, new Trouble.WrongKey()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.troubles().set(Target.RECEIPT, new Trouble.Reset()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.troubles().set(Target.ALL, new Trouble.Refuse(), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long refunded() {
        return sandbox.books().payment(receipt.id()).orElseThrow().refundedCents();
    }
}
