package io.kassa.pos.scan;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways to read a code, in the order in which they pay: quick and common first. */
final class Cascade {

    /** The longer side of the largest picture that one attempt looks at, in pixels. */
    private static final int LARGEST = 1600;

    private final Squares squares = new Squares();
    private final Zxing local = new Zxing(HybridBinarizer::new, Map.of());
    private final Zxing pure = new Zxing(HybridBinarizer::new, Map.of(DecodeHintType.PURE_BARCODE, true));
    private final Zxing global = new Zxing(GlobalHistogramBinarizer::new, Map.of());

    /** One way to read one picture, and what it is called. Answers, never throws. */
    record Step(Stage stage, Supplier<Optional<String>> attempt) {}

    /**
     * The ways to read one picture.
     *
     * @param grids where squares that were seen on the way are kept
     */
    record Search(List<Step> steps, Grids grids) {}

    /**
     * For a frame of a live camera. Finding squares costs most, so it is done twice at most: the second time in a sharpened
     * frame if there was something to sharpen, else in the inverted one. What is missed is left to the next frame.
     */
    Search live(Grey whole) {
        Grey picture = whole.within(LARGEST);
        var grids = new Grids(squares, picture);
        List<Step> steps = List.of(
                new Step(Stage.PLAIN, () -> local.on(picture)),
                new Step(Stage.GRID, () -> grids.readWith(picture)),
                new Step(Stage.SHARPENED, () -> grids.sawNothing() ? Optional.empty() : grids.readSharpened()),
                new Step(Stage.INVERTED, () -> grids.sawNothing() ? inverted(picture) : Optional.empty()));
        return new Search(steps, grids);
    }

    /** For a picture that is the only one. */
    Search still(Grey whole) {
        Grey picture = whole.within(LARGEST);
        var grids = new Grids(squares, picture);
        List<Step> steps = List.of(
                new Step(Stage.PLAIN, () -> local.on(picture)),
                new Step(Stage.DRAWING, () -> pure.on(picture)),
                new Step(Stage.GRID, () -> grids.readWith(picture)),
                new Step(Stage.GLOBAL, () -> global.on(picture)),
                new Step(Stage.SHARPENED, () -> grids.readWith(Sharpening.sharpened(picture))),
                new Step(Stage.INVERTED, () -> local.on(picture.inverted())),
                new Step(Stage.INVERTED, () -> inverted(picture)),
                new Step(Stage.SMALLER, () -> local.on(picture.scaled(0.75))),
                new Step(Stage.SMALLER, () -> gridOf(picture.scaled(0.6))),
                new Step(Stage.SMALLER, () -> local.on(picture.scaled(0.5))),
                new Step(Stage.SMALLER, () -> global.on(picture.scaled(0.75))),
                new Step(Stage.SMALLER, () -> local.on(picture.scaled(0.6))),
                new Step(Stage.SMALLER, () -> global.on(picture.scaled(0.5))),
                new Step(Stage.SMALLER, () -> local.on(picture.scaled(0.4))));
        return new Search(steps, grids);
    }

    private Optional<String> inverted(Grey picture) {
        return gridOf(picture.inverted());
    }

    private Optional<String> gridOf(Grey picture) {
        return new Grids(squares, picture).readWith(picture);
    }
}
