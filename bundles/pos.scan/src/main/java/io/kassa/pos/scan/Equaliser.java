package io.kassa.pos.scan;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Undoes what a lens out of focus or a moving hand does to neighbouring modules: a linear filter over each module's neighbours,
 * fitted (least squares) to modules whose colour is known. It learns from the code's fixed patterns first, then from its own
 * decisions, most of which are right.
 */
final class Equaliser {

    private static final int REACH = Modules.EDGE;
    private static final int TAPS = (2 * REACH + 1) * (2 * REACH + 1) + 1;

    /** Keeps the filter small where the known modules say little. */
    private static final double RIDGE = 2;

    /** About how many modules a filter is fitted to. */
    private static final int LESSONS = 2_500;

    private final Modules modules;
    private final Layout layout;
    private final double[] neighbours = new double[TAPS];

    Equaliser(Modules modules, Layout layout) {
        this.modules = modules;
        this.layout = layout;
    }

    /** Which modules are black, judged by a filter that was fitted to the fixed patterns. */
    boolean[] firstDecision() {
        return decide(fit(new boolean[0]));
    }

    /** Which modules are black, judged by a filter that was fitted to an earlier decision. */
    boolean[] nextDecision(boolean[] earlier) {
        return decide(fit(earlier));
    }

    private double[] fit(boolean[] decided) {
        var products = new DMatrixRMaj(TAPS, TAPS);
        var wanted = new DMatrixRMaj(TAPS, 1);
        // One's own decisions are many: some of them teach as much as all.
        int step = decided.length == 0 ? 1 : 1 + decided.length / LESSONS;
        for (int i = 0; i < layout.size() * layout.size(); i += step) {
            byte known = layout.at(i % layout.size(), i / layout.size());
            if (known == Layout.DATA && decided.length == 0) {
                continue;
            }
            boolean black = known == Layout.BLACK || known == Layout.DATA && decided[i];
            around(i);
            for (int row = 0; row < TAPS; row++) {
                wanted.data[row] += black ? neighbours[row] : -neighbours[row];
                for (int column = row; column < TAPS; column++) {
                    products.data[row * TAPS + column] += neighbours[row] * neighbours[column];
                }
            }
        }
        for (int row = 0; row < TAPS; row++) {
            products.data[row * TAPS + row] += RIDGE;
            for (int column = 0; column < row; column++) {
                products.data[row * TAPS + column] = products.data[column * TAPS + row];
            }
        }
        var filter = new DMatrixRMaj(TAPS, 1);
        CommonOps_DDRM.solve(products, wanted, filter);
        return filter.data;
    }

    private boolean[] decide(double[] filter) {
        boolean[] black = new boolean[layout.size() * layout.size()];
        for (int i = 0; i < black.length; i++) {
            around(i);
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                sum += filter[tap] * neighbours[tap];
            }
            black[i] = sum > 0;
        }
        return black;
    }

    private void around(int module) {
        int x = module % layout.size();
        int y = module / layout.size();
        int tap = 0;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                neighbours[tap++] = modules.at(x + dx, y + dy);
            }
        }
        neighbours[tap] = 1;
    }
}
