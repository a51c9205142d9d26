package io.kassa.pos.scan;

import georegression.struct.shapes.Polygon2D_F64;
import java.util.Optional;

/** A part of a picture, in pixels of it. */
record Region(int left, int top, int width, int height) {

    /** Pixels a side that a finder pattern takes which can be read. */
    private static final int LEAST = 10;

    /** As much of it as is in the picture; empty when that is too little to hold a finder pattern. */
    static Optional<Region> between(double left, double top, double right, double low, Grey picture) {
        int x = (int) Math.max(0, left);
        int y = (int) Math.max(0, top);
        int width = (int) Math.min(picture.width(), right) - x;
        int height = (int) Math.min(picture.height(), low) - y;
        return width < LEAST || height < LEAST ? Optional.empty() : Optional.of(new Region(x, y, width, height));
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
