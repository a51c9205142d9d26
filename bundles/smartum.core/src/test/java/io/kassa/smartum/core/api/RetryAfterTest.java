package io.kassa.smartum.core.api;

import static io.kassa.smartum.core.api.RawServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.TransactionId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an overloaded provider says about when to come back is read as it was meant, or not at all. */
class RetryAfterTest {
    private static final TransactionId TX = new TransactionId("tx_R60D21hL60bj5N1v");
    private static final String LOOKUP = "GET /v1/transactions/tx_R60D21hL60bj5N1v";
    private static final String TOKEN = "POST /oauth/token";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOON = "Date: Mon, 01 Jun 2026 12:00:00 GMT\r\n";

    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        server.on(TOKEN, RawServer.answer(200, """
                {"access_token":"t1","token_type":"Bearer","expires_in":3600}"""));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Stream<Arguments> understood() {
        return Stream.of(
                arguments("Retry-After: 0\r\n", Duration.ZERO),
                arguments("Retry-After: 30\r\n", Duration.ofSeconds(30)),
                arguments("retry-after:  007 \r\n", Duration.ofSeconds(7)),
                arguments("Retry-After: 99999999999999999999\r\n", Duration.ofSeconds(999_999_999)),
                arguments(NOON + "Retry-After: Mon, 01 Jun 2026 12:01:30 GMT\r\n", Duration.ofSeconds(90)),
                arguments(NOON + "Retry-After: Mon, 01 Jun 2026 11:59:00 GMT\r\n", Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("understood")
    void secondsAndDatesAreUnderstood(String headers, Duration pause) {
        for (int status : new int[] {429, 503}) {
            server.on(LOOKUP, told(status, headers));
            assertThat(api().lookUp(TX, PATIENCE).pause()).contains(pause);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Retry-After:\r\n",
                "Retry-After: soon\r\n",
                "Retry-After: -5\r\n",
                "Retry-After: 1.5\r\n",
                "Retry-After: 5 s\r\n",
                "Retry-After: 0x10\r\n",
                "Retry-After: \u0663\u0660\r\n",
                "Retry-After: 30\r\nRetry-After: 60\r\n",
                "Retry-After: Mon, 01 Jun 2026 12:01:30 GMT\r\n",
                "Date: today\r\nRetry-After: Mon, 01 Jun 2026 12:01:30 GMT\r\n",
                NOON + "Retry-After: Sun, 01 Jun 2026 12:01:30 GMT\r\n",
                NOON + "Retry-After: 2026-06-01T12:01:30Z\r\n"
            })
    void whatIsNeitherIsAsIfItWereNotThere(String headers) {
        server.on(LOOKUP, told(429, headers));
        assertThat(api().lookUp(TX, PATIENCE)).isEqualTo(new NoAnswer<>(ApiResult.Silence.BUSY));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 504, 301})
    void onlyAStatusThatMeansTooMuchIsListenedTo(int status) {
        server.on(LOOKUP, told(status, "Retry-After: 30\r\n"));
        assertThat(api().lookUp(TX, PATIENCE).pause()).isEmpty();
    }

    @Test
    void aTokenEndpointThatIsOverloadedIsListenedToAsWell() {
        server.on(TOKEN, told(503, "Retry-After: 30\r\n"));
        assertThat(api().lookUp(TX, PATIENCE))
                .isEqualTo(new NotSent<>(ApiResult.Obstacle.NO_TOKEN, Optional.of(Duration.ofSeconds(30))));
    }

    private static RawServer.Behaviour told(int status, String headers) {
        return (request, out) -> {
            out.write(bytes("HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: 0\r\n\r\n"));
            return true;
        };
    }

    private SmartumApi api() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Credentials credentials = new Credentials("shop", () -> Optional.of(new Secret("s3cret")));
        return new SmartumApi(
                client, server.root(), credentials, Contract.shipped(), new Limits(PATIENCE, Limits.DEFAULT_BYTES));
    }
}
