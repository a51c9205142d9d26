package io.kassa.smartum.core.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.FuzzInputs;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any content before the judge of claims, as if the provider had signed it. What is accepted is read once more by a JSON parser
 * that shares nothing with ours, and must say the same.
 */
public class ClaimsFuzzTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String VENUE = "ven_pDmadXvNHA6XWoew";
    private static final ClaimCheck CHECK =
            new ClaimCheck(Contract.shipped(), new ReceiptRules(VENUE, "exercise", 100_000, Duration.ofDays(1)));

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(ClaimsFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isAcceptedOnlyForWhatItSays(String name, byte[] input) throws JoseException {
        fuzzerTestOneInput(input);
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) throws JoseException {
        Reading reading;
        try {
            reading = CHECK.check(StrictJson.object(input), NOW);
        } catch (Unfit e) {
            assertThat(e.getMessage()).hasSizeLessThan(60);
            return;
        }
        if (reading instanceof VerifiedReceipt receipt) {
            says(receipt, JsonUtil.parseJson(new String(input, StandardCharsets.UTF_8)));
        } else if (reading instanceof Refused refused) {
            assertThat(refused.found().orElse("")).hasSizeLessThanOrEqualTo(64).matches("[!-~]*");
        }
    }

    private static void says(VerifiedReceipt receipt, Map<String, Object> claims) {
        long now = NOW.getEpochSecond();
        assertThat(claims)
                .containsEntry("jti", receipt.transaction().value())
                .containsEntry("amount", receipt.cents())
                .containsEntry("iat", receipt.issuedAt().getEpochSecond())
                .containsEntry("venue", VENUE)
                .containsEntry("benefit", "exercise");
        assertThat(receipt.cents()).isBetween(1L, 100_000L);
        assertThat(receipt.issuedAt().getEpochSecond()).isBetween(0L, now + 300);
        assertThat(claims.getOrDefault("currency", "EUR")).isEqualTo("EUR");
        assertThat(claims.getOrDefault("status", "paid")).isEqualTo("paid");
        assertThat((Long) claims.getOrDefault("nbf", 0L)).isLessThanOrEqualTo(now + 300);
        assertThat((Long) claims.getOrDefault("exp", Long.MAX_VALUE)).isGreaterThan(now);
        long byCard = (Long) claims.getOrDefault("card_amount", 0L);
        assertThat(byCard).isBetween(0L, receipt.cents());
        assertThat(receipt.doubts().contains(Doubt.PART_CARD)).isEqualTo(byCard > 0);
    }
}
