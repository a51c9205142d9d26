package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import georegression.struct.point.Point2D_I32;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What corners are looked for in: each shape that is left out makes a cluttered frame cost less. */
class ShapesTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 10, 30, 45, 80})
    void aSquareIsLookedAtHoweverItIsTurned(double degrees) {
        double cos = 20 * Math.cos(Math.toRadians(degrees));
        double sin = 20 * Math.sin(Math.toRadians(degrees));
        assertThat(isLookedAt(
                        round(100, 100, 100 + cos, 100 + sin, 100 + cos - sin, 100 + sin + cos, 100 - sin, 100 + cos)))
                .isTrue();
    }

    @Test
    void aSquareThatLeansIsLookedAt() {
        assertThat(isLookedAt(round(100, 100, 140, 104, 138, 120, 99, 119))).isTrue();
    }

    @Test
    void aLineIsNotLookedAt() {
        assertThat(isLookedAt(round(100, 100, 180, 100, 180, 110, 100, 110))).isFalse();
        assertThat(isLookedAt(round(100, 100, 110, 100, 110, 180, 100, 180))).isFalse();
    }

    @Test
    void aShapeWithABayIsNotLookedAt() {
        assertThat(isLookedAt(round(100, 100, 120, 100, 120, 130, 140, 130, 140, 100, 160, 100, 160, 150, 100, 150)))
                .isFalse();
    }

    private static boolean isLookedAt(List<Point2D_I32> contour) {
        return new Shapes().filterContour(contour, false, true);
    }

    /** The pixels on the way from corner to corner, each once. */
    private static List<Point2D_I32> round(double... corners) {
        List<Point2D_I32> way = new ArrayList<>();
        for (int i = 0; i < corners.length; i += 2) {
            double acrossX = corners[(i + 2) % corners.length] - corners[i];
            double acrossY = corners[(i + 3) % corners.length] - corners[i + 1];
            long steps = Math.round(Math.max(Math.abs(acrossX), Math.abs(acrossY)));
            for (long step = 0; step < steps; step++) {
                way.add(new Point2D_I32((int) Math.round(corners[i] + acrossX * step / steps), (int)
                        Math.round(corners[i + 1] + acrossY * step / steps)));
            }
        }
        return way;
    }
}
