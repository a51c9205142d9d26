package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 254, 255})
    void aFlatPictureStaysAsItIs(int level) {
        byte[] pixels = new byte[20 * 15];
        Arrays.fill(pixels, (byte) level);
        Grey flat = new Grey(pixels, 20, 15);
        assertThat(Smoothing.smoothed(flat).pixels()).isEqualTo(pixels);
        assertThat(Smoothing.means(flat, 6).pixels()).isEqualTo(pixels);
    }

    @ParameterizedTest
    @CsvSource({"20, 15, 6", "20, 15, 2", "4, 9, 6", "1, 1, 2", "3000, 2, 6"})
    void aMeanIsThatOfEveryPixelAround(int width, int height, int reach) {
        byte[] pixels = new byte[width * height];
        new Random(1).nextBytes(pixels);
        Grey picture = new Grey(pixels, width, height);
        Grey means = Smoothing.means(picture, reach);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int exact = 0;
                for (int dy = -reach; dy <= reach; dy++) {
                    for (int dx = -reach; dx <= reach; dx++) {
                        exact += level(picture, x + dx, y + dy);
                    }
                }
                exact /= (2 * reach + 1) * (2 * reach + 1);
                assertThat(level(means, x, y)).isBetween(exact, exact + 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 15", "3, 3", "2, 9", "9, 2", "1, 1"})
    void aPixelIsSmoothedByItsEightNeighboursAndOneAtTheEdgeIsNot(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(2).nextBytes(pixels);
        Grey picture = new Grey(pixels, width, height);
        Grey smooth = Smoothing.smoothed(picture);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
                assertThat(level(smooth, x, y)).isEqualTo(edge ? level(picture, x, y) : weighted(picture, x, y));
            }
        }
    }

    private static int weighted(Grey picture, int x, int y) {
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += (2 - Math.abs(dx)) * (2 - Math.abs(dy)) * level(picture, x + dx, y + dy);
            }
        }
        return sum / 16;
    }

    private static int level(Grey picture, int x, int y) {
        int insideX = Math.max(0, Math.min(picture.width() - 1, x));
        int insideY = Math.max(0, Math.min(picture.height() - 1, y));
        return picture.pixels()[insideY * picture.width() + insideX] & 0xFF;
    }
}
