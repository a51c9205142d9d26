package io.kassa.pos.scan;

import java.util.Arrays;

/** Takes the mean of each pixel and what is around it: of the next pixels against noise, of more to tell how light a place is. */
final class Smoothing {

    /** The whole of a sum, of which a pixel's share is taken: with a division for each pixel, a mean took a fifth longer when measured. */
    private static final int WHOLE = 1 << 16;

    private Smoothing() {}

    /** Each pixel with its eight neighbours, weighted 4, 2, 1. Pixels at the edge stay as they are. */
    static Grey smoothed(Grey picture) {
        int width = picture.width();
        byte[] smooth = picture.pixels().clone();
        for (int y = 1; y < picture.height() - 1; y++) {
            smoothRow(picture.pixels(), width, y * width, smooth);
        }
        return new Grey(smooth, width, picture.height());
    }

    private static void smoothRow(byte[] pixels, int width, int row, byte[] smooth) {
        int left = 0;
        int middle = column(pixels, width, row);
        for (int at = row; at < row + width - 1; at++) {
            int right = column(pixels, width, at + 1);
            if (at > row) {
                smooth[at] = (byte) ((left + 2 * middle + right) / 16);
            }
            left = middle;
            middle = right;
        }
    }

    private static int column(byte[] pixels, int width, int at) {
        return (pixels[at - width] & 0xFF) + 2 * (pixels[at] & 0xFF) + (pixels[at + width] & 0xFF);
    }

    /** The mean of the square that reaches so many pixels from each one to all sides; outside the picture it is as at its edge. */
    static Grey means(Grey picture, int reach) {
        int width = picture.width();
        int height = picture.height();
        byte[] pixels = picture.pixels();
        byte[] means = new byte[width * height];
        int[] columns = new int[width + 2 * reach];
        for (int y = -reach; y <= reach; y++) {
            for (int x = 0; x < width; x++) {
                columns[reach + x] += pixels[inside(y, height) * width + x] & 0xFF;
            }
        }
        for (int y = 0; y < height; y++) {
            Arrays.fill(columns, 0, reach, columns[reach]);
            Arrays.fill(columns, reach + width, columns.length, columns[reach + width - 1]);
            meanRow(columns, 2 * reach + 1, means, y * width);
            int enters = inside(y + reach + 1, height) * width;
            int leaves = inside(y - reach, height) * width;
            for (int x = 0; x < width; x++) {
                columns[reach + x] += (pixels[enters + x] & 0xFF) - (pixels[leaves + x] & 0xFF);
            }
        }
        return new Grey(means, width, height);
    }

    private static int inside(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }

    private static void meanRow(int[] columns, int side, byte[] means, int row) {
        // rounded up, so that the mean of equal levels is that level
        int share = WHOLE / (side * side) + 1;
        int sum = 0;
        for (int x = 0; x < side - 1; x++) {
            sum += columns[x];
        }
        for (int x = 0; x <= columns.length - side; x++) {
            sum += columns[x + side - 1];
            means[row + x] = (byte) (sum * share / WHOLE);
            sum -= columns[x];
        }
    }
}
