package io.kassa.pos.scan;

import georegression.struct.shapes.Polygon2D_F64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads codes by their finder squares and a grid laid through them. */
final class Grids implements Attempt {

    /** More squares than a few codes in view have come from clutter; they would only cost time. */
    private static final int SQUARES = 8;

    /** How many triples of squares are tried: each costs about as much as finding the squares. */
    private static final int TRIPLES = 3;

    private final Squares squares;
    private final UnaryOperator<Grey> prepared;

    /** @param prepared how the picture is made ready for finding squares; modules are read in the picture itself */
    Grids(Squares squares, UnaryOperator<Grey> prepared) {
        this.squares = squares;
        this.prepared = prepared;
    }

    @Override
    public Optional<String> on(Grey picture) {
        List<Polygon2D_F64> found = squares.in(prepared.apply(picture));
        return Finders.among(found.subList(0, Math.min(SQUARES, found.size()))).stream()
                .limit(TRIPLES)
                .flatMap(finders -> GridReader.read(picture, finders).stream())
                .findFirst();
    }
}
