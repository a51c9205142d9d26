package io.kassa.pos.serial.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.host.scanners.SerialSettings.Ending;
import io.kassa.pos.host.scanners.SerialSettings.Parity;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

    private static final Duration LONG = Duration.ofSeconds(3);

    @ParameterizedTest
    @CsvSource({
        "CR,    ABC\\r,                   ABC",
        "CR,    ABC\\r\\nDEF\\r\\n,       ABC DEF",
        "CR,    \\r\\r\\n\\r,             ''",
        "LF,    ABC\\nDEF\\n,             ABC DEF",
        "LF,    ABC\\r\\nDEF\\r\\n,       ABC DEF",
        "CRLF,  ABC\\r\\nDEF\\r\\n,       ABC DEF",
        "CRLF,  A\\rBC\\n-\\r\\n,         ABC-",
        "ETX,   \\2ABC\\3,        ABC",
        "ETX,   cut\\2ABC\\3\\r\\n\\2DEF\\3, ABC DEF",
        "CR,    A\\35B\\0C\\r,     ABC",
    })
    void aScanEndsAsItIsSet(Ending ending, String sent, String scans) {
        Framing framing = new Framing(ending(ending, ""));

        assertThat(texts(feed(framing, sent.translateEscapes()))).isEqualTo(scans);
    }

    @Test
    void aPauseEndsAScanWhereThatIsSet() {
        Framing framing = new Framing(ending(Ending.PAUSE, ""));
        feed(framing, "ABC\r\n");

        assertThat(framing.quiet(Duration.ofMillis(50))).isEmpty();
        assertThat(framing.quiet(Duration.ofMillis(100))).hasValue(new Heard.Scan("ABC"));
        assertThat(framing.quiet(LONG)).isEmpty();
    }

    @Test
    void aScanInPiecesIsOneScan() {
        Framing framing = new Framing(ending(Ending.CR, ""));
        for (String piece : "one-at-a-time".split("")) {
            assertThat(feed(framing, piece)).isEmpty();
            assertThat(framing.quiet(Duration.ofMillis(500))).isEmpty();
        }
        assertThat(feed(framing, "\r")).containsExactly(new Heard.Scan("one-at-a-time"));
    }

    @Test
    void aPrefixIsTakenOffWhereItIs() {
        Framing framing = new Framing(ending(Ending.CR, "]Q1"));

        assertThat(texts(feed(framing, "]Q1ABC\rDEF\r"))).isEqualTo("ABC DEF");
    }

    @Test
    void anEndThatDoesNotComeIsSaidAndNothingOfItIsLeft() {
        Framing framing = new Framing(ending(Ending.ETX, ""));
        feed(framing, "ABC\r\n");

        assertThat(framing.quiet(LONG)).hasValue(new Heard.Unreadable(Heard.Why.NO_END));
        assertThat(feed(framing, "DEF\3")).containsExactly(new Heard.Scan("DEF"));
    }

    @Test
    void theLongestScanIsReadAndOneMoreIsThrownAwayAsAWhole() {
        Framing framing = new Framing(ending(Ending.CR, ""));
        String longest = "x".repeat(SerialSettings.LONGEST);

        assertThat(feed(framing, longest + "\r")).containsExactly(new Heard.Scan(longest));
        assertThat(feed(framing, longest + "y\rABC\r"))
                .containsExactly(new Heard.Unreadable(Heard.Why.TOO_LONG), new Heard.Scan("ABC"));
    }

    @Test
    void textIsReadAsUtf8AndWhatIsNoneIsSaid() {
        Framing framing = new Framing(ending(Ending.CR, ""));

        assertThat(framing.take("Ä\r".getBytes(UTF_8), 3)).containsExactly(new Heard.Scan("Ä"));
        assertThat(framing.take("Ä\r".getBytes(ISO_8859_1), 2))
                .containsExactly(new Heard.Unreadable(Heard.Why.NO_TEXT));
    }

    @Test
    void aFloodOfRubbishEndsWithTheNextScan() {
        Framing framing = new Framing(ending(Ending.CR, ""));
        byte[] rubbish = new byte[1_000_000];
        new Random(5).nextBytes(rubbish);
        rubbish[rubbish.length - 1] = '\r';

        framing.take(rubbish, rubbish.length);

        assertThat(feed(framing, "ABC\r")).containsExactly(new Heard.Scan("ABC"));
    }

    @Test
    void aScanDoesNotPrintItsText() {
        assertThat(new Heard.Scan("a receipt")).asString().doesNotContain("receipt");
    }

    private static List<Heard> feed(Framing framing, String text) {
        return framing.take(text.getBytes(UTF_8), text.getBytes(UTF_8).length);
    }

    private static String texts(List<Heard> heard) {
        return String.join(
                " ", heard.stream().map(each -> ((Heard.Scan) each).text()).toList());
    }

    private static SerialSettings ending(Ending ending, String prefix) {
        return new SerialSettings("/dev/ttyACM0", 9600, 8, Parity.NONE, 1, ending, prefix);
    }
}
