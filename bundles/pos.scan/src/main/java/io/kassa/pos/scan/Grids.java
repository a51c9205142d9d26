package io.kassa.pos.scan;

import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the codes of one picture by their finder squares. What is found in one version of it counts for the next. */
final class Grids {

    /** More squares than a few codes in view have come from clutter; they would only cost time. */
    private static final int SQUARES = 8;

    /** Patterns that mark the corners of a code. */
    private static final int FINDERS = 3;

    /** How many triples of squares are tried at a time: each costs about as much as finding the squares. */
    private static final int TRIPLES = 3;

    private final Squares squares;
    private final Grey picture;
    private final List<Polygon2D_F64> seen = new ArrayList<>();

    Grids(Squares squares, Grey picture) {
        this.squares = squares;
        this.picture = picture;
    }

    boolean sawNothing() {
        return seen.isEmpty();
    }

    /** Whether three of the squares could be the corners of a code. */
    boolean sawCode() {
        return !Finders.among(seen, 0).isEmpty();
    }

    /** @param prepared the picture made ready for finding squares; modules are read in the picture itself */
    Optional<Hit> readWith(Grey prepared) {
        int before = seen.size();
        see(prepared);
        return read(before);
    }

    /** Looks once more for what is missing of a code of which some squares were seen, in a sharpened picture of where it may be. */
    Optional<Hit> readSharpened() {
        int before = seen.size();
        boolean more;
        do {
            more = seeSharpened();
        } while (more && seen.size() < FINDERS);
        return read(before);
    }

    /** Looks at one place after the other until there is something: one more tells better where the last one is. */
    private boolean seeSharpened() {
        int before = seen.size();
        for (Region place : Missing.places(seen, picture)) {
            add(squares.in(Sharpening.sharpened(place.of(picture))), place);
            if (seen.size() > before) {
                return true;
            }
        }
        return false;
    }

    /** The codes whose squares were seen, and that are not these. */
    List<Hit> beside(List<Outline> read) {
        List<Polygon2D_F64> others = seen.stream()
                .filter(square -> read.stream().noneMatch(code -> Finders.isIn(square, code)))
                .toList();
        return Finders.among(others, 0).stream()
                .limit(TRIPLES)
                .flatMap(finders -> GridReader.read(picture, finders).stream())
                .toList();
    }

    /** Finds squares, and reads nothing. */
    void see(Grey prepared) {
        add(squares.in(prepared), new Region(0, 0, picture.width(), picture.height()));
    }

    private void add(List<Polygon2D_F64> found, Region place) {
        for (Polygon2D_F64 square : found) {
            place.put(square);
            if (seen.size() < SQUARES && seen.stream().noneMatch(other -> Finders.same(other, square))) {
                seen.add(square);
            }
        }
    }

    /** @param before how many squares had been seen when three of them were last taken for a code's */
    private Optional<Hit> read(int before) {
        return Finders.among(seen, before).stream()
                .limit(TRIPLES)
                .flatMap(finders -> GridReader.read(picture, finders).stream())
                .findFirst();
    }
}
