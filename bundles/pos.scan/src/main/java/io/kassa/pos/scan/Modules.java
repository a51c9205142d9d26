package io.kassa.pos.scan;

/** The brightness of every module, freed of what the light does across the picture: 0 is the mean around it. */
final class Modules {

    /** Modules around the code that are sampled too. */
    static final int EDGE = 2;

    /** How far around a module its light is judged, in modules. */
    private static final int AROUND = 7;

    private static final double[] OFFSETS = {0.2, 0.5, 0.8};

    private final int side;
    private final double[] values;

    Modules(Grey picture, Grid grid) {
        side = grid.size() + 2 * EDGE;
        double[] levels = new double[side * side];
        double[] upper = corners(grid, 0);
        for (int y = 0; y < side; y++) {
            double[] lower = corners(grid, y + 1);
            for (int x = 0; x < side; x++) {
                levels[y * side + x] = mean(picture, upper, lower, 2 * x);
            }
            upper = lower;
        }
        values = flattened(levels);
    }

    /** Of a module; up to {@value #EDGE} outside the code too. */
    double at(int x, int y) {
        return values[(y + EDGE) * side + x + EDGE];
    }

    /** Where the upper corners of a row of modules are: x and y of each in turn. */
    private double[] corners(Grid grid, int row) {
        double[] places = new double[2 * (side + 1)];
        for (int i = 0; i <= side; i++) {
            places[2 * i] = grid.x(i - EDGE, row - EDGE);
            places[2 * i + 1] = grid.y(i - EDGE, row - EDGE);
        }
        return places;
    }

    /** Of a module by its corners, between which it is as good as a parallelogram. */
    private static double mean(Grey picture, double[] upper, double[] lower, int at) {
        double x = upper[at];
        double y = upper[at + 1];
        double acrossX = upper[at + 2] - x;
        double acrossY = upper[at + 3] - y;
        double downX = lower[at] - x;
        double downY = lower[at + 1] - y;
        double sum = 0;
        for (double down : OFFSETS) {
            for (double across : OFFSETS) {
                sum += picture.between(x + across * acrossX + down * downX, y + across * acrossY + down * downY);
            }
        }
        return sum / (OFFSETS.length * OFFSETS.length);
    }

    private double[] flattened(double[] levels) {
        double[] sums = totals(levels, false);
        double[] squares = totals(levels, true);
        double[] flat = new double[levels.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int left = Math.max(0, x - AROUND);
                int top = Math.max(0, y - AROUND);
                int right = Math.min(side, x + AROUND + 1);
                int low = Math.min(side, y + AROUND + 1);
                int count = (right - left) * (low - top);
                double mean = box(sums, left, top, right, low) / count;
                double variance = box(squares, left, top, right, low) / count - mean * mean;
                flat[y * side + x] = (levels[y * side + x] - mean) / Math.sqrt(Math.max(1, variance));
            }
        }
        return flat;
    }

    /** Sums of everything left of and above each place, with one row and column more than there are modules. */
    private double[] totals(double[] levels, boolean squared) {
        double[] totals = new double[(side + 1) * (side + 1)];
        for (int y = 0; y < side; y++) {
            double row = 0;
            for (int x = 0; x < side; x++) {
                double level = levels[y * side + x];
                row += squared ? level * level : level;
                totals[(y + 1) * (side + 1) + x + 1] = totals[y * (side + 1) + x + 1] + row;
            }
        }
        return totals;
    }

    private double box(double[] totals, int left, int top, int right, int low) {
        int width = side + 1;
        return totals[low * width + right]
                - totals[top * width + right]
                - totals[low * width + left]
                + totals[top * width + left];
    }
}
