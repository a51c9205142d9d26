package io.kassa.pos.scan;

/** Makes edges of a few pixels stand out: noise is smoothed first, then each pixel is moved away from the mean around it. */
final class Sharpening {

    /** The mean is over a square of this many pixels to each side. */
    private static final int REACH = 2;

    private static final int SIDE = 2 * REACH + 1;

    /** What the weights of smoothing add up to. */
    private static final int WEIGHTS = 16;

    /** How many times as far from the mean. */
    private static final int STRENGTH = 5;

    private Sharpening() {}

    static Grey sharpened(Grey picture) {
        int[] smooth = smooth(picture);
        int width = picture.width();
        int height = picture.height();
        byte[] pixels = picture.pixels().clone();
        int[] columns = new int[width];
        for (int y = 0; y < Math.min(SIDE, height); y++) {
            addRow(columns, smooth, y, 1);
        }
        for (int y = REACH; y < height - REACH; y++) {
            sharpenRow(smooth, columns, y, pixels);
            addRow(columns, smooth, y - REACH, -1);
            if (y + REACH + 1 < height) {
                addRow(columns, smooth, y + REACH + 1, 1);
            }
        }
        return new Grey(pixels, width, height);
    }

    private static void sharpenRow(int[] smooth, int[] columns, int y, byte[] pixels) {
        int width = columns.length;
        int sum = 0;
        for (int x = 0; x < Math.min(SIDE, width); x++) {
            sum += columns[x];
        }
        for (int x = REACH; x < width - REACH; x++) {
            int mean = sum / (SIDE * SIDE);
            int level = (mean + STRENGTH * (smooth[y * width + x] - mean)) / WEIGHTS;
            pixels[y * width + x] = (byte) Math.max(0, Math.min(255, level));
            sum -= columns[x - REACH];
            sum += x + REACH + 1 < width ? columns[x + REACH + 1] : 0;
        }
    }

    private static void addRow(int[] columns, int[] smooth, int y, int times) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += times * smooth[y * columns.length + x];
        }
    }

    /** Each pixel with its eight neighbours, weighted 4, 2, 1: sixteen times the level. */
    private static int[] smooth(Grey picture) {
        int width = picture.width();
        byte[] p = picture.pixels();
        int[] rows = new int[p.length];
        for (int i = 1; i < p.length - 1; i++) {
            rows[i] = (p[i - 1] & 0xFF) + 2 * (p[i] & 0xFF) + (p[i + 1] & 0xFF);
        }
        int[] smooth = new int[p.length];
        for (int i = width; i < p.length - width; i++) {
            smooth[i] = rows[i - width] + 2 * rows[i] + rows[i + width];
        }
        return smooth;
    }
}
