package io.kassa.pos.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.scan.Outline;
import io.kassa.pos.scan.Reading;
import io.kassa.pos.scan.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenCodeTest {

    private static final Outline SQUARE = new Outline(List.of(
            new Outline.Corner(1.2, 1.2),
            new Outline.Corner(9.5, 1.2),
            new Outline.Corner(9.5, 9.4),
            new Outline.Corner(1.2, 9.4)));

    @ParameterizedTest
    @CsvSource({
        "eyJhbGciOiJFUzUxMiJ9.eyJ0eCI6MX0.c2lnbmF0dXJl, SIGNED",
        "HTTPS://EXAMPLE.COM/x?y=eyJ, WEB_LINK",
        "6408430000050, PRODUCT",
        "64084300, PRODUCT",
        "640843000, OTHER",
        "1.2.3, OTHER",
        "'', OTHER"
    })
    void aCodeIsNamedAsWhatItIs(String content, MaskedCode.Kind kind) {
        assertThat(seen(content).kind()).isEqualTo(kind);
    }

    @Test
    void ofALongCodeOnlyTheEndsAreLeft() {
        String receipt = "eyJh." + "x".repeat(600) + ".wxyz";
        SeenCode seen = seen(receipt);
        assertThat(seen.start() + seen.end()).isEqualTo("eyJhwxyz");
        assertThat(seen.length()).isEqualTo(610);
        assertThat(seen.stage()).isEqualTo(Stage.GRID);
        assertThat(seen.millis()).isEqualTo(31);
    }

    @Test
    void ofAShortCodeMostStaysHidden() {
        assertThat(seen("6408430000050").start()).isEqualTo("6");
        assertThat(seen("1234567").start() + seen("1234567").end()).isEmpty();
    }

    @Test
    void aCodeOfSeveralLinesIsACodeToo() {
        assertThat(seen("BEGIN:VCARD\nEND:VCARD").kind()).isEqualTo(MaskedCode.Kind.OTHER);
    }

    private static SeenCode seen(String content) {
        return SeenCode.of(
                new Reading.Found(new Reading.Code(content, SQUARE), List::of, Stage.GRID, Duration.ofMillis(31)));
    }
}
