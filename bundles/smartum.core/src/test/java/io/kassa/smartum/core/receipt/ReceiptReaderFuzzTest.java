package io.kassa.smartum.core.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.FuzzInputs;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text before the reader of receipts. Eight receipts were issued with a key whose private half was thrown away: whatever is
 * accepted is one of the three good ones, and nothing of a text is told that was not signed. Other wallets have names of ours.
 */
public class ReceiptReaderFuzzTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String VENUE = "ven_pDmadXvNHA6XWoew";
    private static final String KEY = """
            -----BEGIN PUBLIC KEY-----
            MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAUQYVKPHHwPK4+E5PRqO24MGKJfWK
            ynrpEiQD2IPH2We8t1/03RD73c6/sbyJGB1TbLwXJ2MGvMEEAYBv3eZwPpkA/7ur
            c20rvDwkiFkrp3TadGighdTR7Q8qRHuPxAwJ8qYQaNLYa8W51cvT9I1iyOSrfmtE
            yziahvyX8ZGEB6ZpAhk=
            -----END PUBLIC KEY-----
            """;
    private static final Map<String, Long> ISSUED =
            Map.of("tx_FuzzPlain0000001", 1000L, "tx_FuzzFull00000002", 2350L, "tx_FuzzCard00000003", 4900L);
    private static final Set<String> WALLETS =
            Set.of("ePassi", "Edenred", "MobilePay", "Vipps", "Pivo", "Siirto", "Swish", "Alipay", "WeChat Pay");
    private static final ReceiptReader READER = new ReceiptReader(
            Contract.shipped(),
            PublicKeys.parse(KEY).keys(),
            new ReceiptRules(VENUE, "exercise", 100_000, Duration.ofDays(1)));

    static {
        SignatureChecks.count();
    }

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(ReceiptReaderFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isReadOrRefusedAtOneSignatureCheck(String name, byte[] input) {
        fuzzerTestOneInput(input);
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        int before = SignatureChecks.done();
        Reading reading = READER.read(new String(input, StandardCharsets.UTF_8), NOW);
        assertThat(SignatureChecks.done() - before).isLessThanOrEqualTo(1);
        if (reading instanceof VerifiedReceipt receipt) {
            assertThat(ISSUED).containsEntry(receipt.transaction().value(), receipt.cents());
            assertThat(receipt.venue()).isEqualTo(VENUE);
            assertThat(receipt.toString()).doesNotContain("eyJ");
        }
        if (reading instanceof Refused refused) {
            Set<String> tellable = refused.reason() == Refusal.OTHER_WALLET ? WALLETS : Set.of("ven_AAAAAAAAAAAAAAAA");
            assertThat(refused.found().filter(found -> !tellable.contains(found)))
                    .isEmpty();
        }
    }
}
