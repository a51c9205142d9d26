package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeningTest {

    @Test
    void anEdgeStandsOutAndAFlatPlaceStaysAsItIs() {
        byte[] pixels = new byte[20 * 20];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 20 < 10 ? 100 : 120);
        }
        Grey sharp = Sharpening.sharpened(new Grey(pixels, 20, 20));
        assertThat(level(sharp, 4, 10)).isEqualTo(100);
        assertThat(level(sharp, 15, 10)).isEqualTo(120);
        assertThat(level(sharp, 8, 10)).isLessThan(100);
        assertThat(level(sharp, 11, 10)).isGreaterThan(120);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "2, 9", "5, 5", "9, 4"})
    void aPictureSmallerThanTheSquareThatIsLookedAtKeepsItsSize(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 77);
        Grey sharp = Sharpening.sharpened(new Grey(pixels, width, height));
        assertThat(sharp.pixels()).hasSize(width * height);
        assertThat(sharp.width()).isEqualTo(width);
    }

    private static int level(Grey picture, int x, int y) {
        return picture.pixels()[y * picture.width() + x] & 0xFF;
    }
}
