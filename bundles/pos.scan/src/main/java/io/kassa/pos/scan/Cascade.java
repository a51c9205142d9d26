package io.kassa.pos.scan;

import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The ways to read a code, in the order in which they pay: quick and common first. */
final class Cascade {

    /** The longer side of the largest picture that one attempt looks at, in pixels. */
    private static final int LARGEST = 1600;

    private final Squares squares = new Squares();
    private final Zxing local = new Zxing(HybridBinarizer::new);
    private final Zxing global = new Zxing(GlobalHistogramBinarizer::new);

    /** One way to read one picture, and what it is called. Answers, never throws. */
    record Step(Stage stage, Supplier<Optional<Hit>> attempt) {}

    /**
     * The ways to read one picture.
     *
     * @param picture what hits are in: the picture as it came, or a smaller version of it
     * @param beside looks for what is there beside a code that was read
     * @param grids where squares that were seen on the way are kept
     */
    record Search(Grey picture, List<Step> steps, Function<Hit, List<Hit>> beside, Grids grids) {}

    /**
     * For a frame of a live camera. Finding squares costs most, so it is done twice at most: the second time in sharpened parts of
     * the frame if one or two of a code's three were seen, and in the inverted frame if none was. Where all three were seen and the
     * code could not be read, more squares would not help. What is missed is left to the next frame.
     */
    Search live(Grey whole) {
        Grey picture = whole.within(LARGEST);
        var grids = new Grids(squares, picture);
        List<Step> steps = List.of(
                new Step(Stage.PLAIN, () -> local.on(picture)),
                new Step(Stage.GRID, () -> grids.readWith(picture)),
                new Step(
                        Stage.SHARPENED,
                        () -> grids.sawNothing() || grids.sawCode() ? Optional.empty() : grids.readSharpened()),
                new Step(Stage.INVERTED, () -> grids.sawNothing() ? inverted(picture) : Optional.empty()));
        return new Search(picture, steps, hit -> beside(hit, picture, grids), grids);
    }

    /** For a picture that is the only one. */
    Search still(Grey whole) {
        Grey picture = whole.within(LARGEST);
        var grids = new Grids(squares, picture);
        List<Step> steps = List.of(
                new Step(Stage.PLAIN, () -> local.on(picture)),
                new Step(Stage.DRAWING, () -> local.drawn(picture)),
                new Step(Stage.GRID, () -> grids.readWith(picture)),
                new Step(Stage.GLOBAL, () -> global.on(picture)),
                new Step(Stage.SHARPENED, () -> grids.readWith(Sharpening.sharpened(picture))),
                new Step(Stage.INVERTED, () -> local.on(picture.inverted())),
                new Step(Stage.INVERTED, () -> inverted(picture)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.75, local::on)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.6, this::gridOf)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.5, local::on)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.75, global::on)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.6, local::on)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.5, global::on)),
                new Step(Stage.SMALLER, () -> smaller(picture, 0.4, local::on)));
        return new Search(picture, steps, hit -> beside(hit, picture, grids), grids);
    }

    /**
     * ZXing once more, with what was read covered up: about as much work as reading a clean frame. Squares are looked for, at
     * several times the cost, only where something is left that looks like a code.
     */
    private List<Hit> beside(Hit first, Grey picture, Grids grids) {
        Zxing.Rest rest = local.beside(first, picture);
        if (rest.more() && grids.sawNothing()) {
            grids.see(picture);
        }
        List<Hit> all = new ArrayList<>(rest.hits());
        List<Outline> read =
                Stream.concat(Stream.of(first), all.stream()).map(Hit::outline).toList();
        all.addAll(grids.beside(read));
        return all;
    }

    private Optional<Hit> smaller(Grey picture, double factor, Function<Grey, Optional<Hit>> way) {
        Grey smaller = picture.scaled(factor);
        return way.apply(smaller).map(hit -> hit.movedTo(picture, smaller));
    }

    private Optional<Hit> inverted(Grey picture) {
        return gridOf(picture.inverted());
    }

    private Optional<Hit> gridOf(Grey picture) {
        return new Grids(squares, picture).readWith(picture);
    }
}
