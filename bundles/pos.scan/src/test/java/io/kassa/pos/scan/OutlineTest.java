package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.kassa.pos.scan.corpus.Code;
import io.kassa.pos.scan.corpus.Condition;
import io.kassa.pos.scan.corpus.Corpus;
import io.kassa.pos.scan.corpus.Frame;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a code is said to be is where it is, whatever was done to the picture before it was read. */
class OutlineTest {

    private static final int FRAMES = 10;

    private final CodeReader reader = new CodeReader(Duration.ofMinutes(1));
    private final Cascade cascade = new Cascade();

    @ParameterizedTest
    @CsvSource({
        "CLEAN, 640, 480",
        "CLEAN, 1280, 720",
        "BLUR, 640, 480",
        "MOTION, 640, 480",
        "ROTATION, 640, 480",
        "LOW_CONTRAST, 640, 480",
        "PERSPECTIVE, 640, 480",
        "PERSPECTIVE, 1280, 720",
        "NOISE, 640, 480",
        "COMBINED, 640, 480",
        "COMBINED, 1280, 720",
        "GLARE, 640, 480",
        "PARTIAL, 640, 480",
        "FAR, 1280, 720",
        "INVERTED, 640, 480"
    })
    void theOutlineOfWhatACameraGivesIsWithinAModuleOfTheCode(Condition condition, int width, int height) {
        int read = 0;
        for (long seed = 0; seed < FRAMES; seed++) {
            Frame frame = Corpus.frame(condition, width, height, seed);
            if (reader.read(frame.pixels(), width, height) instanceof Reading.Found found) {
                read++;
                assertThat(modulesOff(found.code().outline(), frame.outline()))
                        .as("modules off, seed %d, read %s", seed, found.stage())
                        .isLessThan(1);
            }
        }
        assertThat(read).isGreaterThan(FRAMES / 2);
    }

    /** Most pictures are read by the first stage, so each stage is asked by itself. */
    @Test
    void everyStageSaysWhereTheCodeIs() {
        Set<Stage> answered = EnumSet.noneOf(Stage.class);
        for (Condition condition : List.of(Condition.CLEAN, Condition.ROTATION, Condition.BLUR, Condition.INVERTED)) {
            for (long seed = 0; seed < 3; seed++) {
                Frame frame = Corpus.frame(condition, 1280, 720, seed);
                var picture = new Grey(frame.pixels(), frame.width(), frame.height());
                answered.addAll(everyStage(cascade.live(picture), frame));
                answered.addAll(everyStage(cascade.still(picture), frame));
            }
        }
        // one of few whose finder patterns are all found only when it is sharpened
        Frame dim = Corpus.frame(Condition.COMBINED, 640, 480, 6);
        answered.addAll(everyStage(cascade.live(new Grey(dim.pixels(), 640, 480)), dim));
        Frame drawing =
                Code.of(Code.token(new Random(1), 648), ErrorCorrectionLevel.M).picture(4);
        answered.addAll(
                everyStage(cascade.still(new Grey(drawing.pixels(), drawing.width(), drawing.height())), drawing));
        assertThat(answered).containsExactlyInAnyOrder(Stage.values());
    }

    private static Set<Stage> everyStage(Cascade.Search search, Frame frame) {
        Set<Stage> answered = EnumSet.noneOf(Stage.class);
        for (Cascade.Step step : search.steps()) {
            step.attempt().get().ifPresent(hit -> {
                answered.add(step.stage());
                assertThat(modulesOff(hit.outline(), frame.outline()))
                        .as("modules off, read %s", step.stage())
                        .isLessThan(1);
            });
        }
        return answered;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, 270, 33})
    void aLargePictureThatLiesOnItsSideIsOutlinedInItsOwnPixels(double degrees) {
        Code code = Code.of(Code.token(new Random(4), 648), ErrorCorrectionLevel.M);
        double side = 1500;
        BufferedImage picture = Pictures.frame(Pictures.code(code.text(), 8), 4000, 3000, side, degrees);
        int modules = size(code.text()) + 2 * Code.QUIET;
        double half = side * (0.5 - (double) Code.QUIET / modules);
        Outline truth = turned(half, degrees);
        Reading reading = reader.read(Pictures.file(picture, "png"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Found.class,
                        found -> assertThat(modulesOff(found.code().outline(), truth))
                                .isLessThan(1));
    }

    private static int size(String text) {
        return Code.of(text, ErrorCorrectionLevel.L).size();
    }

    private static Outline turned(double half, double degrees) {
        double cos = half * Math.cos(Math.toRadians(degrees));
        double sin = half * Math.sin(Math.toRadians(degrees));
        return Outline.of(
                2000 - cos + sin,
                1500 - sin - cos,
                2000 + cos + sin,
                1500 + sin - cos,
                2000 + cos - sin,
                1500 + sin + cos,
                2000 - cos - sin,
                1500 - sin + cos);
    }

    /** The furthest corner, in modules of a code of version 20. */
    private static double modulesOff(Outline said, Outline truth) {
        double furthest = 0;
        double round = 0;
        for (int i = 0; i < 4; i++) {
            furthest = Math.max(furthest, distance(said, i, truth, i));
            round += distance(truth, i, truth, (i + 1) % 4);
        }
        return furthest / (round / 4 / 97);
    }

    private static double distance(Outline one, int first, Outline other, int second) {
        Outline.Corner a = one.corners().get(first);
        Outline.Corner b = other.corners().get(second);
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
