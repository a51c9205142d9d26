package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner that believes in a US keyboard, at a till with another one, with and without Caps Lock. */
class TypingScannerTest {

    /** Signatures differ from run to run, and with them the characters that a keyboard confuses. */
    private static final int RECEIPTS = 20;

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String CLAIMS =
            "{\"jti\":\"tx_R60D21hL60bj5N1v\",\"venue\":\"ven_pDmadXvNHA6XWoew\",\"amount\":1000,"
                    + "\"benefit\":\"exercise\",\"iat\":" + NOW.getEpochSecond() + "}";

    private final ReceiptReader reader = reader(Contract.shipped());

    private static ReceiptReader reader(Contract contract) {
        return new ReceiptReader(
                contract,
                PublicKeys.parse(OURS.pem()).keys(),
                new ReceiptRules("ven_pDmadXvNHA6XWoew", "exercise", 100_000, Duration.ofDays(1)));
    }

    static List<Arguments> tills() {
        List<Arguments> tills = new ArrayList<>();
        for (TypingScanner till : TypingScanner.values()) {
            tills.add(till(till + "", till::types));
            tills.add(till(till + ", Caps Lock", till::typesWithCapsLock));
            if (till.hasShiftLock()) {
                tills.add(till(till + ", shift lock", till::typesWithShiftLock));
            }
        }
        return tills;
    }

    private static Arguments till(String name, UnaryOperator<String> types) {
        return arguments(name, types);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tills")
    void aReceiptIsReadWhateverTheKeysWrite(String till, UnaryOperator<String> types) {
        for (int i = 0; i < RECEIPTS; i++) {
            String receipt = OURS.sign(CLAIMS);
            assertRead(till, types.apply(receipt));
            assertRead(till + ", with Enter twice", types.apply(receipt) + "\r\r");
            assertRead(till + ", with the mark of its symbology", types.apply("]Q1" + receipt));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "#", "@", "*", "~~"})
    void atABritishTillAlsoWithSignsAroundIt(String mark) {
        assertRead(mark, TypingScanner.BRITISH.types(mark + OURS.sign(CLAIMS) + mark));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tills")
    void anotherSignatureIsRefusedWhateverTheKeysWrite(String till, UnaryOperator<String> types) {
        String receipt = OURS.sign(CLAIMS);
        char last = receipt.charAt(receipt.length() - 2);
        String forged = receipt.substring(0, receipt.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + receipt.charAt(receipt.length() - 1);
        assertThat(reader.read(types.apply(forged), NOW)).as(till).isEqualTo(Reading.Refused.because(Refusal.FORGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tills")
    void aBareIdIsAmongItsSpellings_whichAreFewAndDifferent(String till, UnaryOperator<String> types) {
        for (String id : List.of("tx_R60y21zL60bj5N1v", "tx_Y1z", "tx_qAwZm0", "tx_R60D21hL60bj5N1v", "tx_8M")) {
            assertThat(spellings(types.apply(id)))
                    .as(till)
                    .contains(new TransactionId(id))
                    .doesNotHaveDuplicates()
                    .hasSizeLessThanOrEqualTo(id.matches(".*[yzYZ].*") ? 2 : 1);
        }
    }

    @Test
    void anIdThatNeedsNoRepairHasNoOtherSpelling() {
        assertThat(spellings("tx_R60y21zL60bj5N1v")).containsExactly(new TransactionId("tx_R60y21zL60bj5N1v"));
        assertThat(spellings("]Q1tx_R60y21zL60bj5N1v")).containsExactly(new TransactionId("tx_R60y21zL60bj5N1v"));
    }

    @Test
    void alsoUnderAContractWhoseIdsAllKeyboardsWrite() throws Contract.NotAContract {
        Contract plain = Contract.shipped().overlaid("plain", "contract.name = plain\nid.transaction = [0-9A-Za-z]{4}");
        Reading reading = reader(plain).read("y0Az", NOW);
        assertThat(reading).isEqualTo(new Reading.BareTransactionId(List.of(new TransactionId("y0Az"))));
    }

    @Test
    void fourSpellingsAreLookedUp_andOfFiveNoneIsDropped() throws Contract.NotAContract {
        assertThat(underIds("[A-Za-z_]{4}").read("m?yz", NOW))
                .isInstanceOfSatisfying(
                        Reading.BareTransactionId.class,
                        bare -> assertThat(bare.spellings())
                                .extracting(TransactionId::value)
                                .containsExactly("m_yz", "M_YZ", "m_zy", "M_ZY"));
        assertThat(underIds("[A-Za-z_-]{4}").read("m?yz", NOW))
                .as("the fifth, M-ZY, might be the one")
                .isEqualTo(Reading.Refused.because(Refusal.NOT_SMARTUM_CODE));
    }

    private static ReceiptReader underIds(String form) throws Contract.NotAContract {
        return reader(Contract.shipped().overlaid("ids", "contract.name = ids\nid.transaction = " + form));
    }

    @Test
    void theKeyboardOfTheCountryIsTriedFirst() {
        assertThat(spellings(TypingScanner.FINNISH.types("tx_y0")))
                .containsExactly(new TransactionId("tx_y0"), new TransactionId("tx_z0"));
    }

    private List<TransactionId> spellings(String typed) {
        return ((Reading.BareTransactionId) reader.read(typed, NOW)).spellings();
    }

    static List<Arguments> tillsForLinks() {
        return tills().stream()
                // the shift lock makes other links of links than receipts have
                .filter(till -> !till.get()[0].toString().contains("shift lock"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tillsForLinks")
    void aReceiptInALinkIsReadWhateverTheKeysWrite(String till, UnaryOperator<String> types) {
        String link = "https://app.smartum.fi/receipt?lang=fi&jwt=" + OURS.sign(CLAIMS);
        assertRead(till, types.apply(link));
    }

    private void assertRead(String till, String typed) {
        assertThat(reader.read(typed, NOW)).as(till).isInstanceOf(VerifiedReceipt.class);
    }
}
