package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayU8;
import io.kassa.pos.scan.corpus.Part;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code that holds only a part of a text is no code that says that part. */
class PartsTest {

    private static final String TEXT = "eyJhbGciOiJFUzUxMiJ9." + "Kassa0123456789".repeat(8);

    private final CodeReader reader = new CodeReader(Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "1, 3", "3, 3", "1, 16", "16, 16"})
    void aPartIsNotReadAsATextOfItsOwn(int number, int parts) {
        BufferedImage picture = picture(number, parts);
        for (Reading reading : new Reading[] {
            reader.read(Pictures.grey(picture), picture.getWidth(), picture.getHeight()),
            reader.read(Pictures.file(picture, "png")),
            reader.read(Pictures.file(Pictures.frame(picture, 640, 480, 400, 30), "png"))
        }) {
            assertThat(reading).isInstanceOf(Reading.PartFound.class);
            assertThat(reading.text()).isEmpty();
        }
    }

    /** Some programs write that into every code. */
    @Test
    void theOnlyPartOfATextIsAllOfIt() {
        BufferedImage picture = picture(1, 1);
        assertThat(reader.read(Pictures.file(picture, "png")).text()).contains(TEXT);
    }

    @Test
    void everyStageKnowsAPart() {
        BufferedImage picture = picture(2, 3);
        var grey = new Grey(Pictures.grey(picture), picture.getWidth(), picture.getHeight());
        Set<Stage> answered = EnumSet.noneOf(Stage.class);
        for (Cascade.Step step : new Cascade().still(grey).steps()) {
            step.attempt().get().ifPresent(hit -> {
                answered.add(step.stage());
                assertThat(hit.part()).as("a part, read %s", step.stage()).isTrue();
            });
        }
        assertThat(answered).contains(Stage.PLAIN, Stage.DRAWING, Stage.GRID, Stage.GLOBAL);
    }

    private static BufferedImage picture(int number, int parts) {
        GrayU8 modules = Part.picture(TEXT, number, parts, 0x5A, 8);
        var picture = new BufferedImage(modules.width, modules.height, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, modules.width, modules.height, modules.data);
        return picture;
    }
}
