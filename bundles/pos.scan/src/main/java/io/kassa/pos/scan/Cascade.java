package io.kassa.pos.scan;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.Map;

/** The ways to read a code, in the order in which they pay: quick and common first. */
final class Cascade {

    /** The longer side of the largest picture that one attempt looks at, in pixels. */
    private static final int LARGEST = 1600;

    private final Squares squares = new Squares();
    private final Attempt local = new Zxing(HybridBinarizer::new, Map.of());
    private final Attempt pure = new Zxing(HybridBinarizer::new, Map.of(DecodeHintType.PURE_BARCODE, true));
    private final Attempt global = new Zxing(GlobalHistogramBinarizer::new, Map.of());
    private final Attempt grid = new Grids(squares, picture -> picture);
    private final Attempt sharpened = new Grids(squares, Sharpening::sharpened);

    /** One way and what it is called. */
    record Step(Stage stage, Attempt attempt) {}

    /** For a frame of a live camera: what does not pay is left to the next frame. */
    List<Step> live() {
        return List.of(
                new Step(Stage.PLAIN, sized(local, 1)),
                new Step(Stage.GRID, sized(grid, 1)),
                new Step(Stage.SHARPENED, sized(sharpened, 1)),
                new Step(Stage.INVERTED, inverted(grid)));
    }

    /** For a picture that is the only one. */
    List<Step> still() {
        return List.of(
                new Step(Stage.PLAIN, sized(local, 1)),
                new Step(Stage.DRAWING, sized(pure, 1)),
                new Step(Stage.GRID, sized(grid, 1)),
                new Step(Stage.GLOBAL, sized(global, 1)),
                new Step(Stage.SHARPENED, sized(sharpened, 1)),
                new Step(Stage.INVERTED, inverted(local)),
                new Step(Stage.INVERTED, inverted(grid)),
                new Step(Stage.SMALLER, sized(local, 0.75)),
                new Step(Stage.SMALLER, sized(grid, 0.6)),
                new Step(Stage.SMALLER, sized(local, 0.5)),
                new Step(Stage.SMALLER, sized(global, 0.75)),
                new Step(Stage.SMALLER, sized(local, 0.6)),
                new Step(Stage.SMALLER, sized(global, 0.5)),
                new Step(Stage.SMALLER, sized(local, 0.4)));
    }

    private static Attempt sized(Attempt attempt, double factor) {
        return picture -> attempt.on(picture.within(LARGEST).scaled(factor));
    }

    private static Attempt inverted(Attempt attempt) {
        return picture -> attempt.on(picture.within(LARGEST).inverted());
    }
}
