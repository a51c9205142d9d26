package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Contract.NotAContract;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.Reading.BareTransactionId;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptReaderTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final ReceiptRules RULES =
            new ReceiptRules("ven_pDmadXvNHA6XWoew", "exercise", 100_000, Duration.ofDays(1));
    private static final String ID = "tx_R60D21hL60bj5N1v";
    private static final String GOOD = OURS.sign(claims(""));

    private final ReceiptReader reader =
            new ReceiptReader(Contract.shipped(), PublicKeys.parse(OURS.pem()).keys(), RULES);

    private static String claims(String more) {
        return "{\"jti\":\"" + ID + "\",\"venue\":\"ven_pDmadXvNHA6XWoew\",\"amount\":1000,\"benefit\":\"exercise\""
                + more + ",\"iat\":" + NOW.getEpochSecond() + "}";
    }

    static Stream<Arguments> waysToArrive() {
        String link = "https://app.smartum.fi/receipt?lang=fi&jwt=" + GOOD;
        return Stream.of(
                arguments("bare", GOOD),
                arguments("with Enter", GOOD + "\r\n"),
                arguments("with Tab and blanks around", "  " + GOOD + "\t"),
                arguments("with a byte order mark", "\uFEFF" + GOOD),
                arguments("with the mark of its symbology", "]Q1" + GOOD),
                arguments("in a link's query", link),
                arguments("in a link's fragment", "https://app.smartum.fi/receipt#token=" + GOOD),
                arguments("before a fragment", link + "#top"),
                arguments("in an app's link", "smartum://receipt?token=" + GOOD),
                arguments("twice the same in a link", link + "&token=" + GOOD),
                arguments("between the signs of a scanner", "~*" + GOOD + "#~\r"),
                arguments("with a sign before the mark of its symbology", "~]Q1" + GOOD),
                arguments("with signs on both sides of that mark, and at the end", "#~]Q1~" + GOOD + "~"),
                arguments("in a link behind a sign", "~" + link),
                arguments("in a link before a sign", link + "~"),
                arguments("in a link between signs and marks", "*]Q1#" + link + "#*\r"),
                arguments("in a link's fragment between signs", "~https://app.smartum.fi/receipt#token=" + GOOD + "~"),
                arguments("in a link without its scheme", "~www.smartum.fi/receipt?jwt=" + GOOD + "~"),
                arguments("the other valid signature", TestSigner.malleated(GOOD)),
                arguments(
                        "an unknown harmless header",
                        OURS.sign(OURS.header().replace("}", ",\"typ\":\"JWT\",\"x\":1}"), claims(""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToArrive")
    void aGenuineReceiptIsReadHoweverItArrives(String way, String scanned) {
        VerifiedReceipt receipt = verified(scanned);
        assertThat(receipt.transaction()).as(way).isEqualTo(new TransactionId(ID));
        assertThat(receipt.cents()).isEqualTo(1000);
        assertThat(receipt.issuedAt()).isEqualTo(NOW);
        assertThat(receipt.doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                ID + "\r",
                "tx?R60D21hL60bj5N1v",
                "TX_r60d21Hl60BJ5n1V",
                "TX?r60d21Hl60BJ5n1V",
                "]Q1" + ID,
                "~]Q1" + ID + "~",
                "~" + ID,
                "#" + ID + "#"
            })
    void aBareTransactionIdIsNamedAndProvesNothing(String scanned) {
        assertThat(reader.read(scanned, NOW)).isEqualTo(new BareTransactionId(List.of(new TransactionId(ID))));
    }

    @Test
    void anOldReceiptIsADoubtAndNotAFault() {
        Instant twoDaysLater = NOW.plus(Duration.ofDays(2));
        assertThat(((VerifiedReceipt) reader.read(GOOD, twoDaysLater)).doubts()).containsExactly(Doubt.OLD);
    }

    @Test
    void aPartPaidByCardIsADoubt() {
        assertThat(verified(OURS.sign(claims(",\"card_amount\":400"))).doubts()).containsExactly(Doubt.PART_CARD);
        assertThat(verified(OURS.sign(claims(",\"card_amount\":0"))).doubts()).isEmpty();
    }

    @Test
    void fiveMinutesAheadIsStillNow() {
        assertThat(reader.read(GOOD, NOW.minusSeconds(300))).isInstanceOf(VerifiedReceipt.class);
    }

    @Test
    void theHighestAmountAndTheLongestTextAreStillGood() {
        String highest = OURS.sign(claims("").replace("1000", "100000"));
        assertThat(verified(highest).cents()).isEqualTo(100_000);
        assertThat(verified(highest + " ".repeat(4096 - highest.length())).cents())
                .isEqualTo(100_000);
        assertThat(verified(OURS.sign(claims("").replace("1000", "1"))).cents()).isEqualTo(1);
    }

    @Test
    void aReplayIsJudgedByTheTimeOfTheScan() {
        String expiring = OURS.sign(claims(",\"exp\":" + (NOW.getEpochSecond() + 60)));
        assertThat(reader.read(expiring, NOW.plusSeconds(59))).isInstanceOf(VerifiedReceipt.class);
        assertThat(reader.read(expiring, NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.reason()).isEqualTo(Refusal.EXPIRED));
    }

    @Test
    void aSecondSignatureOfOneReceiptHasTheSameTransaction() {
        String other = TestSigner.malleated(GOOD);
        assertThat(other).isNotEqualTo(GOOD);
        assertThat(verified(other).transaction()).isEqualTo(verified(GOOD).transaction());
    }

    @Test
    void theOtherVenueIsNamed() {
        String elsewhere = OURS.sign(claims("").replace("ven_pDmadXvNHA6XWoew", "ven_AAAAAAAAAAAAAAAA"));
        assertThat(((Refused) reader.read(elsewhere, NOW)).found()).contains("ven_AAAAAAAAAAAAAAAA");
        String nasty = OURS.sign(claims("").replace("ven_pDmadXvNHA6XWoew", "<script>\\n"));
        assertThat(((Refused) reader.read(nasty, NOW)).found()).isEmpty();
    }

    @Test
    void claimsAreFoundUnderTheNamesOfTheContractInForce() throws NotAContract {
        Contract renamed = Contract.shipped()
                .overlaid(
                        "renamed.properties", "contract.name=renamed\nreceipt.claim.amount=cts\nstatus.paid=settled\n");
        ReceiptReader other =
                new ReceiptReader(renamed, PublicKeys.parse(OURS.pem()).keys(), RULES);
        String token = OURS.sign(claims(",\"status\":\"settled\"").replace("amount", "cts"));
        assertThat(other.read(token, NOW)).isInstanceOf(VerifiedReceipt.class);
        assertThat(other.read(GOOD, NOW)).isEqualTo(Refused.because(Refusal.NOT_UNDERSTOOD));
    }

    @Test
    void nothingHostileEndsInAnException() {
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int change = 0; change <= random.nextInt(4); change++) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(i % 2 == 0 ? 128 : 65_536));
            }
            String scanned = text.toString();
            boolean repaired = reader.read(scanned, NOW) instanceof VerifiedReceipt;
            boolean garbledOnly = Stream.of(Spelling.values())
                    .anyMatch(spelling -> spelling.of(Spelling.trimmed(scanned)).equals(GOOD));
            assertThat(repaired).isEqualTo(garbledOnly);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"~~~~]Q1~~~~a://", "#####", "www.", "eyJ", "]Q1~"})
    void rubbishFullOfSignsIsCheap(String start) {
        for (String filling : List.of("~", "~a", "a", "://")) {
            String text = (start + filling.repeat(4096)).substring(0, 4095) + "<";
            Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reader.read(text, NOW));
            assertThat(reading).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aReceiptDoesNotPrintItsText() {
        assertThat(verified(GOOD).toString()).doesNotContain("eyJ").contains(ID);
    }

    private VerifiedReceipt verified(String scanned) {
        Reading reading = reader.read(scanned, NOW);
        assertThat(reading).isInstanceOf(VerifiedReceipt.class);
        return (VerifiedReceipt) reading;
    }
}
