package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import georegression.struct.shapes.Polygon2D_F64;
import io.kassa.pos.scan.corpus.Condition;
import io.kassa.pos.scan.corpus.Corpus;
import io.kassa.pos.scan.corpus.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MissingTest {

    private static final int SIZE = 97;
    private static final int FRAMES = 10;

    /** A card that leans as far as any in the corpus may have it a little further out. */
    @ParameterizedTest
    @CsvSource({"ROTATION, 0", "PERSPECTIVE, 4", "COMBINED, 0"})
    void theThirdFinderPatternIsLookedForWhereItIs(Condition condition, int most) {
        List<String> missed = new ArrayList<>();
        for (long seed = 0; seed < FRAMES; seed++) {
            Frame frame = Corpus.frame(condition, 640, 480, seed);
            List<Polygon2D_F64> all = finders(frame);
            for (int third = 0; third < 3; third++) {
                List<Polygon2D_F64> seen = List.of(all.get((third + 1) % 3), all.get((third + 2) % 3));
                Polygon2D_F64 square = all.get(third);
                if (Missing.places(seen, picture(frame)).stream().noneMatch(place -> holds(place, square))) {
                    missed.add(seed + "/" + third);
                }
            }
        }
        assertThat(missed).as("of %d", 3 * FRAMES).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROTATION", "PERSPECTIVE", "COMBINED"})
    void ofOneFinderPatternThoseBesideItAreLookedForWhereTheyAre(Condition condition) {
        for (long seed = 0; seed < FRAMES; seed++) {
            Frame frame = Corpus.frame(condition, 640, 480, seed);
            List<Polygon2D_F64> all = finders(frame);
            List<Region> beside = Missing.places(all.subList(0, 1), picture(frame));
            for (Polygon2D_F64 other : all.subList(1, 3)) {
                assertThat(beside).as("seed %d", seed).anyMatch(place -> holds(place, other));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEAN", "PERSPECTIVE"})
    void lessThanThePictureIsLookedAtForTheThird(Condition condition) {
        for (long seed = 0; seed < FRAMES; seed++) {
            Frame frame = Corpus.frame(condition, 640, 480, seed);
            int looked = Missing.places(finders(frame).subList(0, 2), picture(frame)).stream()
                    .mapToInt(place -> place.width() * place.height())
                    .sum();
            assertThat(looked).as("seed %d", seed).isLessThan(frame.width() * frame.height() * 3 / 5);
        }
    }

    private static Grey picture(Frame frame) {
        return new Grey(frame.pixels(), frame.width(), frame.height());
    }

    private static boolean holds(Region place, Polygon2D_F64 square) {
        boolean holds = true;
        for (int corner = 0; corner < square.size(); corner++) {
            double x = square.get(corner).x - place.left();
            double y = square.get(corner).y - place.top();
            holds &= x >= 0 && y >= 0 && x <= place.width() && y <= place.height();
        }
        return holds;
    }

    /** The corner's, the one across and the one below. */
    private static List<Polygon2D_F64> finders(Frame frame) {
        List<Outline.Corner> corners = frame.outline().corners();
        Grid grid = Grid.through(
                        List.of(
                                pin(0, 0, corners.get(0)),
                                pin(SIZE, 0, corners.get(1)),
                                pin(SIZE, SIZE, corners.get(2)),
                                pin(0, SIZE, corners.get(3))),
                        SIZE)
                .orElseThrow();
        return List.of(square(grid, 0, 0), square(grid, SIZE - 7, 0), square(grid, 0, SIZE - 7));
    }

    private static Grid.Pin pin(double x, double y, Outline.Corner corner) {
        return new Grid.Pin(x, y, corner.x() - Grid.MIDDLE, corner.y() - Grid.MIDDLE);
    }

    private static Polygon2D_F64 square(Grid grid, double x, double y) {
        return new Polygon2D_F64(
                grid.x(x, y),
                grid.y(x, y),
                grid.x(x + 7, y),
                grid.y(x + 7, y),
                grid.x(x + 7, y + 7),
                grid.y(x + 7, y + 7),
                grid.x(x, y + 7),
                grid.y(x, y + 7));
    }
}
