package io.kassa.pos.scan;

import java.util.List;

/**
 * Where a code is in a picture, without the white that it has around it.
 *
 * @param corners its four corners in order round it, the first one the corner that the code itself calls its upper left
 */
public record Outline(List<Corner> corners) {

    /** In pixels from the upper left corner of the picture as it came: the middle of its first pixel is at 0.5, 0.5. */
    public record Corner(double x, double y) {}

    static Outline of(double... places) {
        return new Outline(List.of(
                new Corner(places[0], places[1]),
                new Corner(places[2], places[3]),
                new Corner(places[4], places[5]),
                new Corner(places[6], places[7])));
    }

    /** From where to where a line across the picture is in it; left is right of right when it is not. */
    record Span(double left, double right) {}

    Span at(double y) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            if (from.y() <= y != to.y() <= y) {
                double x = from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
        }
        return new Span(left, right);
    }

    /** Whether that place is in it. */
    boolean holds(double x, double y) {
        Span span = at(y);
        return span.left() <= x && x <= span.right();
    }

    /** The same in a picture that is so many times as wide and as high. */
    Outline times(double x, double y) {
        return new Outline(corners.stream()
                .map(corner -> new Corner(corner.x() * x, corner.y() * y))
                .toList());
    }
}
