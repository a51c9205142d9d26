package io.kassa.smartum.core.api;

import static io.kassa.smartum.core.api.RawServer.answer;
import static io.kassa.smartum.core.api.RawServer.bytes;
import static io.kassa.smartum.core.api.RawServer.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Obstacle;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.ApiResult.Silence;
import io.kassa.smartum.core.api.ApiResult.Unsupported;
import io.kassa.smartum.core.api.RawServer.Behaviour;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Contract.NotAContract;
import io.kassa.smartum.core.contract.TransactionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SmartumApiTest {
    private static final TransactionId TX = new TransactionId("tx_R60D21hL60bj5N1v");
    private static final String TOKEN = "POST /oauth/token";
    private static final String LOOKUP = "GET /v1/transactions/tx_R60D21hL60bj5N1v";
    private static final String REFUND = "POST /v1/transactions/tx_R60D21hL60bj5N1v/refunds";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String PAID = "{\"data\":{\"id\":\"tx_R60D21hL60bj5N1v\",\"venue\":\"ven_1\",\"amount\":1000,"
            + "\"benefit\":\"exercise\",\"status\":\"paid\",\"refunded\":0,\"created_at\":\"2026-06-01T15:00:00+03:00\"}}";
    private static final String REFUNDED = "{\"data\":{\"id\":\"ref_1\",\"transaction\":\"tx_R60D21hL60bj5N1v\","
            + "\"amount\":400,\"status\":\"refunded\"}}";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        server.on(TOKEN, token("t1", 3600));
        server.on(LOOKUP, answer(200, PAID));
        server.on(REFUND, answer(201, REFUNDED));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aPaymentIsLookedUp() {
        assertThat(api().lookUp(TX, PATIENCE))
                .isEqualTo(new Ok<>(new Transaction(
                        TX,
                        "ven_1",
                        1000,
                        "exercise",
                        Transaction.Status.PAID,
                        0,
                        Optional.of(Instant.parse("2026-06-01T12:00:00Z")))));
        assertThat(server.requests.get(1).headers()).containsEntry("authorization", "Bearer t1");
    }

    @Test
    void credentialsAreFormEncodedAndThenBasic() {
        api().authenticate(PATIENCE);
        String basic = server.requests.get(0).headers().get("authorization").substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
                .isEqualTo("shop%3A1:s+e%26cret");
        assertThat(server.requests.get(0).body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void theTokenIsFetchedOnceWhileItLives() {
        SmartumApi api = api();
        api.lookUp(TX, PATIENCE);
        api.lookUp(TX, PATIENCE);
        assertThat(server.count(TOKEN)).isEqualTo(1);
    }

    @Test
    void aTokenThatDiedEarlyIsReplacedOnce() {
        AtomicInteger tokens = new AtomicInteger();
        server.on(
                TOKEN,
                (request, out) -> token("t" + tokens.incrementAndGet(), 3600).act(request, out));
        server.on(
                LOOKUP,
                (request, out) -> answer(request.headers().get("authorization").equals("Bearer t2") ? 200 : 401, PAID)
                        .act(request, out));
        assertThat(api().lookUp(TX, PATIENCE)).isInstanceOf(Ok.class);
        assertThat(server.count(TOKEN)).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNeverGoodIsARefusalAndNoLoop() {
        server.on(REFUND, answer(401, "{}"));
        assertThat(refund(api())).isEqualTo(new Refused<>(Rejection.UNAUTHORIZED));
        assertThat(server.count(REFUND)).isEqualTo(2);
    }

    @Test
    void anExpiredTokenIsFetchedAgain() {
        server.on(TOKEN, token("t1", 0));
        SmartumApi api = api();
        api.lookUp(TX, PATIENCE);
        assertThat(api.lookUp(TX, PATIENCE)).isInstanceOf(Ok.class);
        assertThat(server.count(TOKEN)).isEqualTo(2);
    }

    @Test
    void aRefundCarriesItsKeyAndItsCents() {
        assertThat(refund(api())).isEqualTo(new Ok<>(new Refund("ref_1", TX, 400)));
        RawServer.Request request = server.requests.get(1);
        assertThat(request.headers()).containsEntry("idempotency-key", "attempt-1");
        assertThat(request.body()).isEqualTo("{\"amount\":400}");
    }

    @Test
    void venuesAreASignOfLifeWithTheClockOfTheOtherSide() {
        server.on("GET /v1/venues", (request, out) -> {
            String body = "{\"data\":[{\"id\":\"ven_1\",\"name\":\"x\"},{\"id\":\"ven_2\"}]}";
            out.write(bytes(head(200, body.length()) + "Date: Mon, 01 Jun 2026 12:00:00 GMT\r\n\r\n" + body));
            return true;
        });
        assertThat(api().venues(PATIENCE))
                .isEqualTo(new Ok<>(
                        new Venues(Set.of("ven_1", "ven_2"), Optional.of(Instant.parse("2026-06-01T12:00:00Z")))));
        assertThat(server.requests.get(0).headers()).doesNotContainKey("authorization");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(404, "unknown_transaction", Rejection.UNKNOWN_TRANSACTION),
                arguments(409, "idempotency_conflict", Rejection.IDEMPOTENCY_CONFLICT),
                arguments(409, "something_new", Rejection.IDEMPOTENCY_CONFLICT),
                arguments(422, "refund_window_closed", Rejection.WINDOW_CLOSED),
                arguments(422, "amount_exceeds_payment", Rejection.AMOUNT_EXCEEDS_PAYMENT),
                arguments(422, "already_refunded", Rejection.ALREADY_REFUNDED),
                arguments(422, "wrong_venue", Rejection.WRONG_VENUE),
                arguments(400, "something_new", Rejection.OTHER));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsToldByItsCode(int status, String code, Rejection rejection) {
        server.on(REFUND, answer(status, "{\"errors\":[{\"code\":\"" + code + "\",\"detail\":\"x\"}]}"));
        assertThat(refund(api())).isEqualTo(new Refused<>(rejection));
    }

    static Stream<Arguments> answersThatDoNotFit() {
        return Stream.of(
                arguments("a web page", answer(200, "<html>Welcome to our guest network</html>")),
                arguments("a web page with 404", answer(404, "<html>not here</html>")),
                arguments("nothing", answer(201, "")),
                arguments("no content", answer(204, "")),
                arguments("accepted for later", answer(202, REFUNDED)),
                arguments("duplicate member", answer(201, REFUNDED.replace("\"amount\"", "\"amount\":400,\"amount\""))),
                arguments("another transaction", answer(201, REFUNDED.replace("tx_R", "tx_Q"))),
                arguments("another amount", answer(201, REFUNDED.replace("400", "401"))),
                arguments("amount as text", answer(201, REFUNDED.replace("400", "\"400\""))),
                arguments("amount with a fraction", answer(201, REFUNDED.replace("400", "400.0"))),
                arguments("missing amount", answer(201, REFUNDED.replace("amount", "amaunt"))),
                arguments("not carried out yet", answer(201, REFUNDED.replace("refunded", "pending"))),
                arguments("no envelope", answer(201, "{\"id\":\"ref_1\"}")),
                arguments("a list", answer(201, "[" + REFUNDED + "]")),
                arguments("something behind", answer(201, REFUNDED + "x")),
                arguments("refusal without a code", answer(422, "{\"errors\":[]}")),
                arguments("errors with a good status", answer(202, "{\"errors\":[{\"code\":\"wrong_venue\"}]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatDoNotFit")
    void anAnswerThatDoesNotFitIsNeverGuessedAt(String fault, Behaviour behaviour) {
        server.on(REFUND, behaviour);
        assertThat(refund(api())).as(fault).isEqualTo(new NoAnswer<>(Silence.NOT_UNDERSTOOD));
    }

    @ParameterizedTest
    @MethodSource("lookUpsThatDoNotFit")
    void aLookUpThatDoesNotFitIsNeverGuessedAt(String from, String to) {
        server.on(LOOKUP, answer(200, PAID.replace(from, to)));
        assertThat(api().lookUp(TX, PATIENCE)).isEqualTo(new NoAnswer<>(Silence.NOT_UNDERSTOOD));
    }

    static Stream<Arguments> lookUpsThatDoNotFit() {
        return Stream.of(
                arguments("tx_R60D21hL60bj5N1v", "tx_AAAAAAAAAAAAAAAA"),
                arguments("1000", "0"),
                arguments("1000", "-5"),
                arguments("1000", "1e3"),
                arguments("\"refunded\":0", "\"refunded\":1001"),
                arguments("\"refunded\":0", "\"refunded\":-1"),
                arguments(",\"refunded\":0", ""),
                arguments("\"paid\"", "\"on its way\""),
                arguments("2026-06-01T15:00:00+03:00", "yesterday"));
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                arguments("stall", Silence.TIMEOUT, stall()),
                arguments("slow drip", Silence.TIMEOUT, slowDrip()),
                arguments("headers drop by drop", Silence.TIMEOUT, slowHead()),
                arguments("closed without a word", Silence.CONNECTION_LOST, (Behaviour) (request, out) -> false),
                arguments("cut midway", Silence.CONNECTION_LOST, cutMidway()),
                arguments("not HTTP", Silence.CONNECTION_LOST, notHttp()),
                arguments("huge body", Silence.TOO_LARGE, answer(201, "x".repeat(Limits.DEFAULT_BYTES + 1))),
                arguments(
                        "error 500", Silence.SERVER_TROUBLE, answer(500, "{\"errors\":[{\"code\":\"wrong_venue\"}]}")),
                arguments("error 503", Silence.SERVER_TROUBLE, answer(503, "")),
                arguments("too many requests", Silence.BUSY, answer(429, "")),
                arguments("too many, in words", Silence.BUSY, answer(429, "{\"errors\":[{\"code\":\"rate\"}]}")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("silences")
    void silenceEndsWithinThePatience(String trouble, Silence silence, Behaviour behaviour) {
        server.on(REFUND, behaviour);
        SmartumApi api = api();
        api.authenticate(PATIENCE);
        long start = System.nanoTime();
        ApiResult<Refund> result = api.refund(TX, 400, "attempt-1", Duration.ofMillis(1200));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(trouble).isLessThan(Duration.ofSeconds(3));
        assertThat(result).isEqualTo(new NoAnswer<>(silence));
        assertThat(server.count(REFUND)).as("a refund is sent once").isEqualTo(1);
    }

    @Test
    void theOwnDeadlineHoldsWhenTheCallerIsMorePatient() {
        server.on(LOOKUP, slowDrip());
        SmartumApi api =
                new SmartumApi(client, server.root(), credentials(), Contract.shipped(), new Limits(SHORT, 1000));
        assertThat(api.lookUp(TX, Duration.ofMinutes(5))).isEqualTo(new NoAnswer<>(Silence.TIMEOUT));
    }

    @Test
    void redirectsAreNotFollowed() {
        server.on(REFUND, (request, out) -> {
            out.write(
                    bytes("HTTP/1.1 307 X\r\nLocation: " + server.root() + "/elsewhere\r\nContent-Length: 0\r\n\r\n"));
            return true;
        });
        assertThat(refund(api())).isEqualTo(new NoAnswer<>(Silence.REDIRECT));
        assertThat(server.count("POST /elsewhere")).isZero();
    }

    @Test
    void aClientThatFollowsRedirectsIsNotAccepted() {
        HttpClient eager = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        Limits limits = new Limits(PATIENCE, 1000);
        assertThatThrownBy(() -> new SmartumApi(eager, server.root(), credentials(), Contract.shipped(), limits))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReadOnAConnectionThatWasDroppedMeanwhileIsAskedAgain() {
        SmartumApi api = api();
        server.on(TOKEN, (request, out) -> {
            token("t1", 3600).act(request, out);
            return false;
        });
        api.authenticate(PATIENCE);
        assertThat(api.lookUp(TX, PATIENCE)).isInstanceOf(Ok.class);
    }

    @Test
    void whatNeverLeftIsKnownNotToHaveLeft() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertThat(refund(api(nobody))).isEqualTo(new NotSent<>(Obstacle.CONNECTION_REFUSED));
        assertThat(refund(api(URI.create("http://nowhere.invalid")))).isEqualTo(new NotSent<>(Obstacle.HOST_UNKNOWN));
    }

    @Test
    void theApiGoingAwayAfterTheTokenIsStillNotSent() throws IOException {
        SmartumApi api = api();
        server.on(TOKEN, (request, out) -> {
            token("t1", 3600).act(request, out);
            return false;
        });
        api.authenticate(PATIENCE);
        server.close();
        assertThat(refund(api))
                .isIn(new NotSent<>(Obstacle.CONNECTION_REFUSED), new NoAnswer<>(Silence.CONNECTION_LOST));
    }

    @Test
    void aPeerThatCannotBeTrustedIsToldApartFromALostConnection() {
        URI encrypted = URI.create(server.root().toString().replace("http:", "https:"));
        server.greet("HTTP/1.1 400 Bad Request\r\n\r\n");
        assertThat(api(encrypted).venues(PATIENCE)).isEqualTo(new NoAnswer<>(Silence.NOT_TRUSTED));
        assertThat(refund(api(encrypted))).isEqualTo(new NotSent<>(Obstacle.NO_TOKEN));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsToldNothing(@TempDir Path folder) throws Exception {
        try (StrangersServer stranger = new StrangersServer(folder)) {
            assertThat(api(stranger.root()).venues(PATIENCE)).isEqualTo(new NoAnswer<>(Silence.NOT_TRUSTED));
            assertThat(refund(api(stranger.root()))).isEqualTo(new NotSent<>(Obstacle.NO_TOKEN));
            assertThat(stranger.wasToldAnything()).isFalse();
        }
    }

    static Stream<Arguments> tokenTroubles() {
        return Stream.of(
                arguments("stall", Obstacle.NO_TOKEN, stall()),
                arguments("cut midway", Obstacle.NO_TOKEN, cutMidway()),
                arguments("web page", Obstacle.NO_TOKEN, answer(200, "<html></html>")),
                arguments("no token in it", Obstacle.NO_TOKEN, answer(200, "{\"token_type\":\"Bearer\"}")),
                arguments(
                        "another kind",
                        Obstacle.NO_TOKEN,
                        answer(200, "{\"access_token\":\"x\",\"token_type\":\"mac\"}")),
                arguments(
                        "a token that breaks headers",
                        Obstacle.NO_TOKEN,
                        answer(200, "{\"access_token\":\"x\\r\\nX: y\",\"token_type\":\"Bearer\"}")),
                arguments("server error", Obstacle.NO_TOKEN, answer(500, "{}")),
                arguments("wrong secret", Obstacle.CREDENTIALS_REFUSED, answer(401, "{}")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tokenTroubles")
    void withoutATokenNothingIsSent(String trouble, Obstacle obstacle, Behaviour behaviour) {
        server.on(TOKEN, behaviour);
        assertThat(api().refund(TX, 400, "attempt-1", SHORT)).as(trouble).isEqualTo(new NotSent<>(obstacle));
        assertThat(server.count(REFUND)).isZero();
    }

    @Test
    void aSecretThatCannotBeResolvedIsSaidAndNothingLeaves() {
        Credentials none = new Credentials("shop:1", Optional::empty);
        SmartumApi api = new SmartumApi(client, server.root(), none, Contract.shipped(), new Limits(PATIENCE, 1000));
        assertThat(api.authenticate(PATIENCE)).isEqualTo(new NotSent<>(Obstacle.NO_SECRET));
        assertThat(server.requests).isEmpty();
    }

    @Test
    void whatAContractLeavesOutIsUnsupported() throws NotAContract {
        Contract without =
                Contract.shipped().overlaid("x", "contract.name=x\nlookup.path=\nrefund.path=\nvenues.path=\n");
        SmartumApi api = new SmartumApi(client, server.root(), credentials(), without, new Limits(PATIENCE, 1000));
        assertThat(api.lookUp(TX, PATIENCE)).isEqualTo(new Unsupported<>());
        assertThat(refund(api)).isEqualTo(new Unsupported<>());
        assertThat(api.venues(PATIENCE)).isEqualTo(new Unsupported<>());
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aMethodThatTheProviderDoesNotHaveIsUnsupported() {
        server.on(REFUND, answer(405, ""));
        assertThat(refund(api())).isEqualTo(new Unsupported<>());
    }

    @Test
    void aThreadThatIsToldToStopStops() {
        server.on(REFUND, stall());
        SmartumApi api = api();
        api.authenticate(PATIENCE);
        Thread.currentThread().interrupt();
        assertThat(refund(api)).isEqualTo(new NoAnswer<>(Silence.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void secretsDoNotPrint() {
        assertThat(new Secret("s e&cret")).hasToString("***");
        assertThat(credentials().toString()).doesNotContain("cret");
    }

    private SmartumApi api() {
        return api(server.root());
    }

    private SmartumApi api(URI root) {
        return new SmartumApi(
                client, root, credentials(), Contract.shipped(), new Limits(PATIENCE, Limits.DEFAULT_BYTES));
    }

    private static Credentials credentials() {
        return new Credentials("shop:1", () -> Optional.of(new Secret("s e&cret")));
    }

    private static ApiResult<Refund> refund(SmartumApi api) {
        return api.refund(TX, 400, "attempt-1", PATIENCE);
    }

    private static Behaviour token(String value, int seconds) {
        return answer(
                200, "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private static Behaviour stall() {
        return (request, out) -> {
            Thread.sleep(20_000);
            return false;
        };
    }

    private static Behaviour slowDrip() {
        return (request, out) -> {
            out.write(bytes(head(201, 1000) + "\r\n"));
            return drip(out);
        };
    }

    private static Behaviour slowHead() {
        return (request, out) -> {
            out.write(bytes("HTTP/1.1 201 X\r\nX-Slow: "));
            return drip(out);
        };
    }

    private static boolean drip(java.io.OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 400; i++) {
            out.write('a');
            out.flush();
            Thread.sleep(50);
        }
        return false;
    }

    private static Behaviour cutMidway() {
        return (request, out) -> {
            out.write(bytes(head(201, REFUNDED.length()) + "\r\n" + REFUNDED.substring(0, 20)));
            return false;
        };
    }

    private static Behaviour notHttp() {
        return (request, out) -> {
            out.write(bytes("SSH-2.0-OpenSSH_9.2\r\n"));
            return false;
        };
    }
}
