package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.kassa.pos.scan.corpus.Code;
import io.kassa.pos.scan.corpus.Condition;
import io.kassa.pos.scan.corpus.Corpus;
import io.kassa.pos.scan.corpus.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A sample of the corpus, small enough for every build; all of it, beside what the libraries read by themselves, is in
 * {@code benchmarks} ({@code ScanRates}). No frame has a deadline here, so that the machine's speed decides nothing.
 */
class RatesTest {

    private static final int FRAMES = 20;

    private final CodeReader reader = new CodeReader(Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({
        "CLEAN, 640, 480, 20",
        "CLEAN, 1280, 720, 20",
        "BLUR, 640, 480, 20",
        "BLUR, 1280, 720, 20",
        "MOTION, 640, 480, 17",
        "MOTION, 1280, 720, 18",
        "ROTATION, 640, 480, 20",
        "ROTATION, 1280, 720, 20",
        "LOW_CONTRAST, 640, 480, 20",
        "LOW_CONTRAST, 1280, 720, 20",
        "PERSPECTIVE, 640, 480, 20",
        "PERSPECTIVE, 1280, 720, 20",
        "NOISE, 640, 480, 20",
        "NOISE, 1280, 720, 20",
        "COMBINED, 640, 480, 19",
        "COMBINED, 1280, 720, 20",
        "INVERTED, 640, 480, 20",
        "GLARE, 640, 480, 19",
        "PARTIAL, 640, 480, 19",
        "FAR, 640, 480, 19",
        "PHONE, 640, 480, 19",
        "PHONE_IN_DARK_MODE, 640, 480, 17"
    })
    void whatACameraGivesIsReadAndNeverWrongly(Condition condition, int width, int height, int least) {
        Counted counted = count(FRAMES, seed -> Corpus.frame(condition, width, height, seed));
        assertThat(counted.wrong()).as("seeds of wrong texts").isEmpty();
        assertThat(FRAMES - counted.missed().size())
                .as("read of %d; missed seeds %s", FRAMES, counted.missed())
                .isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"2, L", "2, M", "3, L", "3, M", "5, L", "5, M", "10, L", "10, M"})
    void everyPerfectPictureIsRead(int pixelsPerModule, ErrorCorrectionLevel level) {
        Counted counted = count(FRAMES, seed -> {
            var random = new Random(seed);
            return Code.of(Code.token(random, 500 + random.nextInt(200)), level).picture(pixelsPerModule);
        });
        assertThat(counted.wrong()).isEmpty();
        assertThat(counted.missed()).as("missed seeds").isEmpty();
    }

    /** A picture that somebody sends is the only one: there is no next frame. */
    @ParameterizedTest
    @CsvSource({
        "CLEAN, png",
        "BLUR, png",
        "MOTION, png",
        "MOTION, jpeg",
        "LOW_CONTRAST, png",
        "PERSPECTIVE, png",
        "NOISE, jpeg",
        "COMBINED, png",
        "COMBINED, jpeg",
        "GLARE, png",
        "FAR, png",
        "PHONE, jpeg"
    })
    void aPictureFileIsReadAtLeastAsWellAsACameraFrameAndNeverWrongly(Condition condition, String format) {
        LongFunction<Frame> frames = seed -> Corpus.frame(condition, 640, 480, seed);
        Counted live = count(FRAMES, frames);
        Counted still = count(FRAMES, frames, frame -> reader.read(Pictures.file(Pictures.picture(frame), format)));
        assertThat(still.wrong()).as("seeds of wrong texts").isEmpty();
        assertThat(still.missed())
                .as("missed seeds, of a camera %s", live.missed())
                .hasSizeLessThanOrEqualTo(live.missed().size());
    }

    private record Counted(List<Long> missed, List<Long> wrong) {}

    private Counted count(int frames, LongFunction<Frame> source) {
        return count(frames, source, frame -> reader.read(frame.pixels(), frame.width(), frame.height()));
    }

    private static Counted count(int frames, LongFunction<Frame> source, Function<Frame, Reading> way) {
        var counted = new Counted(new ArrayList<>(), new ArrayList<>());
        for (long seed = 0; seed < frames; seed++) {
            Frame frame = source.apply(seed);
            Optional<String> text = way.apply(frame).text();
            if (text.isEmpty()) {
                counted.missed().add(seed);
            } else if (!text.get().equals(frame.text())) {
                counted.wrong().add(seed);
            }
        }
        return counted;
    }
}
