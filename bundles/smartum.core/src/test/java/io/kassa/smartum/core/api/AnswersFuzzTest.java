package io.kassa.smartum.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.FuzzInputs;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any answer of the provider, to each question. The first byte chooses the question, the rest is the body. */
public class AnswersFuzzTest {
    private static final TransactionId ASKED = new TransactionId("tx_R60D21hL60bj5N1v");
    private static final long CENTS = 1000;
    private static final Answers ANSWERS = new Answers(Contract.shipped());
    private static final byte[] NO_VENUES = "{\"data\":[]}".getBytes(StandardCharsets.US_ASCII);
    private static final Instant YEAR_10000 =
            Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(AnswersFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isUnderstoodOrUnfit(String name, byte[] input) throws JoseException {
        fuzzerTestOneInput(input);
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) throws JoseException {
        if (input.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        try {
            understood(input[0], body);
        } catch (Unfit e) {
            assertThat(e.getMessage()).hasSizeLessThan(60);
        }
    }

    private static void understood(byte question, byte[] body) throws Unfit, JoseException {
        switch (question) {
            case 't' -> says(ANSWERS.transaction(ASKED, body), data(body));
            case 'r' -> says(ANSWERS.refund(ASKED, CENTS, body), data(body));
            case 'v' -> assertThat(ANSWERS.venues(body, Optional.empty())).isNotNull();
            case 'd' ->
                assertThat(ANSWERS.venues(NO_VENUES, Optional.of(new String(body, StandardCharsets.UTF_8))))
                        .isNotNull();
            case 'e' -> assertThat(ANSWERS.rejection(StrictJson.object(body))).isNotNull();
            case 'a' ->
                assertThat(AccessToken.read(Contract.shipped(), StrictJson.object(body)))
                        .hasToString("AccessToken[***]")
                        .satisfies(token -> assertThat(token.header()).matches("Bearer [!-~]+"));
            default -> StrictJson.object(body);
        }
    }

    private static void says(Transaction transaction, Map<?, ?> data) {
        assertThat(data.get("id")).isEqualTo(ASKED.value());
        assertThat(data.get("amount")).isEqualTo(transaction.cents());
        assertThat(data.get("refunded")).isEqualTo(transaction.refunded());
        assertThat(data.get("status")).isEqualTo(transaction.status().name().toLowerCase(Locale.ROOT));
        assertThat(transaction.cents()).isPositive();
        assertThat(transaction.refunded()).isBetween(0L, transaction.cents());
        assertThat(transaction.venue() + transaction.benefit()).hasSizeLessThanOrEqualTo(200);
        transaction.createdAt().ifPresent(time -> assertThat(time).isBetween(Instant.EPOCH, YEAR_10000));
    }

    private static void says(Refund refund, Map<?, ?> data) {
        assertThat(data.get("transaction")).isEqualTo(ASKED.value());
        assertThat(data.get("amount")).isEqualTo(CENTS);
        assertThat(data.get("id")).isEqualTo(refund.id());
        assertThat(data.get("status")).isEqualTo("refunded");
    }

    private static Map<?, ?> data(byte[] body) throws JoseException {
        return (Map<?, ?>)
                JsonUtil.parseJson(new String(body, StandardCharsets.UTF_8)).get("data");
    }
}
