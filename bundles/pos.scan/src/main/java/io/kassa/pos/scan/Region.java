package io.kassa.pos.scan;

import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.List;

/** A part of a picture, in pixels of it. */
record Region(int left, int top, int width, int height) {

    /** Modules between the middles of two finder patterns that a code of the largest version in use (25) may have. */
    private static final double MODULES = 117 - 7;

    private static final double FINDER = 7;

    /** A side that is nearer to the camera is longer than the one that was seen. */
    private static final double LEANING = 1.25;

    /**
     * Where the rest of a code may be of which these finder patterns were seen. Two tell how large it is: the third is hardly further
     * from either than they are from one another. One tells it by the size of its modules.
     */
    static Region around(List<Polygon2D_F64> seen, Grey picture) {
        double left = picture.width();
        double top = picture.height();
        double right = 0;
        double low = 0;
        for (Polygon2D_F64 square : seen) {
            double reach = reach(square, seen);
            for (int corner = 0; corner < square.size(); corner++) {
                Point2D_F64 at = square.get(corner);
                left = Math.min(left, at.x - reach);
                top = Math.min(top, at.y - reach);
                right = Math.max(right, at.x + reach);
                low = Math.max(low, at.y + reach);
            }
        }
        int x = (int) Math.max(0, left);
        int y = (int) Math.max(0, top);
        return new Region(x, y, (int) Math.min(picture.width(), right) - x, (int) Math.min(picture.height(), low) - y);
    }

    private static double reach(Polygon2D_F64 square, List<Polygon2D_F64> seen) {
        double furthest = 0;
        for (Polygon2D_F64 other : seen) {
            furthest = Math.max(furthest, square.get(0).distance(other.get(0)));
        }
        return furthest > 0 ? LEANING * furthest : square.getSideLength(0) / FINDER * MODULES;
    }

    /** Moves what was seen in this part to where it is in the picture. */
    void put(Polygon2D_F64 square) {
        for (int corner = 0; corner < square.size(); corner++) {
            square.get(corner).x += left;
            square.get(corner).y += top;
        }
    }

    /** That part of it. */
    Grey of(Grey picture) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.pixels(), (top + y) * picture.width() + left, pixels, y * width, width);
        }
        return new Grey(pixels, width, height);
    }
}
