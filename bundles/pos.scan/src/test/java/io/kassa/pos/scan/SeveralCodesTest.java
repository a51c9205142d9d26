package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.scan.corpus.Condition;
import io.kassa.pos.scan.corpus.Corpus;
import io.kassa.pos.scan.corpus.Frame;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever acts on a code can ask what else is in view. */
class SeveralCodesTest {

    private static final int FRAMES = 20;

    private final CodeReader reader = new CodeReader(Duration.ofMinutes(1));

    /** Of pairs that are turned or tilted some reach beyond the frame, and one of the two is not there to be read. */
    @ParameterizedTest
    @CsvSource({
        "CLEAN, 20",
        "BLUR, 19",
        "MOTION, 15",
        "LOW_CONTRAST, 18",
        "NOISE, 19",
        "GLARE, 19",
        "MOIRE, 19",
        "PARTIAL, 19",
        "ROTATION, 12",
        "PERSPECTIVE, 14"
    })
    void ofTwoReceiptsSideBySideBothAreSeen(Condition condition, int least) {
        List<Long> missed = new ArrayList<>();
        for (long seed = 0; seed < FRAMES; seed++) {
            List<Frame> pair = Corpus.pair(condition, 1280, 720, seed);
            Set<String> real = Set.of(pair.get(0).text(), pair.get(1).text());
            List<String> seen = seen(pair.get(0));
            assertThat(real).as("texts that are there, seed %d", seed).containsAll(seen);
            if (!seen.containsAll(real)) {
                missed.add(seed);
            }
        }
        assertThat(FRAMES - missed.size()).as("both seen; not in %s", missed).isGreaterThanOrEqualTo(least);
    }

    @Test
    void theOtherCodeIsOutlinedWhereItIs() {
        List<Frame> pair = Corpus.pair(Condition.CLEAN, 1280, 720, 1);
        var found = (Reading.Found) read(pair.get(0));
        Reading.Code other = found.others().get().get(0);
        Frame truth = other.content().equals(pair.get(0).text()) ? pair.get(0) : pair.get(1);
        for (int i = 0; i < 4; i++) {
            Outline.Corner said = other.outline().corners().get(i);
            Outline.Corner drawn = truth.outline().corners().get(i);
            assertThat(Math.hypot(said.x() - drawn.x(), said.y() - drawn.y())).isLessThan(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"CLEAN", "BLUR", "NOISE", "GLARE", "INVERTED"})
    void besideTheOnlyCodeThereIsNone(Condition condition) {
        for (long seed = 0; seed < FRAMES; seed++) {
            assertThat(seen(Corpus.frame(condition, 1280, 720, seed)))
                    .as("seed %d", seed)
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void fourCodesAreSeenAndTheSameTextTwiceIsOneCode() {
        List<String> texts = Stream.iterate(1, i -> i + 1)
                .limit(4)
                .map(i -> Pictures.token(new Random(i), 80))
                .toList();
        BufferedImage four = Pictures.blank(1280, 720, Color.WHITE);
        for (int i = 0; i < 4; i++) {
            four.getRaster()
                    .setRect(
                            40 + i * 310,
                            i % 2 * 300,
                            Pictures.code(texts.get(i), 5).getRaster());
        }
        assertThat(seen(frame(four))).containsExactlyInAnyOrderElementsOf(texts);
        BufferedImage twice = Pictures.blank(1280, 720, Color.WHITE);
        twice.getRaster().setRect(40, 100, Pictures.code(texts.get(0), 5).getRaster());
        twice.getRaster().setRect(640, 100, Pictures.code(texts.get(0), 5).getRaster());
        assertThat(seen(frame(twice))).containsExactly(texts.get(0));
    }

    private List<String> seen(Frame frame) {
        return read(frame) instanceof Reading.Found found
                ? Stream.concat(Stream.of(found.code()), found.others().get().stream())
                        .map(Reading.Code::content)
                        .toList()
                : List.of();
    }

    private Reading read(Frame frame) {
        return reader.read(frame.pixels(), frame.width(), frame.height());
    }

    private static Frame frame(BufferedImage picture) {
        return new Frame("", Set.of(), Outline.of(0, 0, 1, 0, 1, 1, 0, 1), Pictures.grey(picture), 1280, 720);
    }
}
