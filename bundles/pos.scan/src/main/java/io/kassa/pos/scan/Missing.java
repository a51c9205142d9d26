package io.kassa.pos.scan;

import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a picture the other finder patterns of a code may be of which one or two were seen. Its sides tell the code's two
 * directions: one of the others is straight on along a side. Of two that are seen, the two stand side by side, and the third is above
 * or below one of them, or they face each other across the code.
 */
final class Missing {

    /** Sides of a finder pattern between two of them in a code of the largest version in use (25). */
    private static final double FURTHEST = (117 - 7) / 7.0;

    /** Of the way to another: a code that leans is wider on the side that is nearer to the camera. */
    private static final double LEANING = 0.25;

    /** Of the way to another: how far the corners of one may mislead. */
    private static final double ASTRAY = 0.1;

    /** How much further one way must be than the other for the two to stand side by side: the tangent of 22.5 degrees. */
    private static final double BESIDE = 0.41;

    private final Grey picture;
    private final List<Region> places = new ArrayList<>();

    private Missing(Grey picture) {
        this.picture = picture;
    }

    /** Of more than two anything may be missing: then it is all of the picture. */
    static List<Region> places(List<Polygon2D_F64> seen, Grey picture) {
        var missing = new Missing(picture);
        switch (seen.size()) {
            case 1 -> missing.of(seen.get(0));
            case 2 -> missing.of(seen.get(0), seen.get(1));
            default -> missing.places.add(new Region(0, 0, picture.width(), picture.height()));
        }
        return missing.places;
    }

    private void of(Polygon2D_F64 one) {
        Point2D_F64 from = Finders.middle(one);
        for (Point2D_F64 side : List.of(across(one), down(one))) {
            along(from, side, 1);
            along(from, side, -1);
        }
    }

    private void of(Polygon2D_F64 one, Polygon2D_F64 other) {
        Point2D_F64 from = Finders.middle(one);
        Point2D_F64 to = Finders.middle(other);
        Point2D_F64 across = across(one);
        Point2D_F64 down = down(one);
        double x = to.x - from.x;
        double y = to.y - from.y;
        double turn = across.x * down.y - across.y * down.x;
        double right = (x * down.y - y * down.x) / turn;
        double low = (across.x * y - across.y * x) / turn;
        double longer = Math.max(Math.abs(right), Math.abs(low));
        if (Math.min(Math.abs(right), Math.abs(low)) > BESIDE * longer) {
            at(from, across, right);
            at(from, down, low);
        } else {
            Point2D_F64 aside = Math.abs(right) < longer ? across : down;
            for (Point2D_F64 middle : List.of(from, to)) {
                at(middle, aside, longer);
                at(middle, aside, -longer);
            }
        }
    }

    private static Point2D_F64 across(Polygon2D_F64 square) {
        return mean(square, 0, 1, 3, 2);
    }

    private static Point2D_F64 down(Polygon2D_F64 square) {
        return mean(square, 0, 3, 1, 2);
    }

    /** From corner to corner, the mean of two opposite sides. */
    private static Point2D_F64 mean(Polygon2D_F64 square, int from, int to, int from2, int to2) {
        return new Point2D_F64(
                (square.get(to).x - square.get(from).x + square.get(to2).x - square.get(from2).x) / 2,
                (square.get(to).y - square.get(from).y + square.get(to2).y - square.get(from2).y) / 2);
    }

    /** So many sides away. */
    private void at(Point2D_F64 from, Point2D_F64 side, double times) {
        double x = from.x + side.x * times;
        double y = from.y + side.y * times;
        double reach = side.norm() * (1 + LEANING * Math.abs(times));
        add(x - reach, y - reach, x + reach, y + reach);
    }

    /** Straight on along a side, as far as a code reaches. */
    private void along(Point2D_F64 from, Point2D_F64 side, int direction) {
        double far = direction * FURTHEST * (1 + LEANING);
        double x = from.x + side.x * far;
        double y = from.y + side.y * far;
        double near = side.norm();
        double wide = near * (1 + ASTRAY * Math.abs(far));
        add(
                Math.min(from.x - near, x - wide),
                Math.min(from.y - near, y - wide),
                Math.max(from.x + near, x + wide),
                Math.max(from.y + near, y + wide));
    }

    private void add(double left, double top, double right, double low) {
        Region.between(left, top, right, low, picture).ifPresent(places::add);
    }
}
