package io.kassa.pos.scan;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Where the modules of a flat code are in a picture: a homography from modules to pixels.
 *
 * @param size modules a side
 */
record Grid(int size, double[] h) {

    /** Where a pixel's middle is, from its corner: the middle of the first pixel is the grid's 0, 0. */
    static final double MIDDLE = 0.5;

    /** A place in the code, in modules from its upper left corner, and where it was seen. */
    record Pin(double moduleX, double moduleY, double x, double y) {}

    /** The grid that fits the pins best; empty when they do not determine one. At least four pins are needed. */
    static Optional<Grid> through(List<Pin> pins, int size) {
        var equations = new DMatrixRMaj(2 * pins.size(), 8);
        var seen = new DMatrixRMaj(2 * pins.size(), 1);
        for (int i = 0; i < pins.size(); i++) {
            Pin pin = pins.get(i);
            // In units of the code's side, so that no column dwarfs the others.
            double mx = pin.moduleX() / size;
            double my = pin.moduleY() / size;
            equations.data[16 * i] = mx;
            equations.data[16 * i + 1] = my;
            equations.data[16 * i + 2] = 1;
            equations.data[16 * i + 6] = -pin.x() * mx;
            equations.data[16 * i + 7] = -pin.x() * my;
            equations.data[16 * i + 11] = mx;
            equations.data[16 * i + 12] = my;
            equations.data[16 * i + 13] = 1;
            equations.data[16 * i + 14] = -pin.y() * mx;
            equations.data[16 * i + 15] = -pin.y() * my;
            seen.data[2 * i] = pin.x();
            seen.data[2 * i + 1] = pin.y();
        }
        var h = new DMatrixRMaj(8, 1);
        return CommonOps_DDRM.solve(equations, seen, h) ? Optional.of(new Grid(size, h.data)) : Optional.empty();
    }

    double x(double moduleX, double moduleY) {
        return (h[0] * moduleX + h[1] * moduleY + h[2] * size) / depth(moduleX, moduleY);
    }

    double y(double moduleX, double moduleY) {
        return (h[3] * moduleX + h[4] * moduleY + h[5] * size) / depth(moduleX, moduleY);
    }

    /** How light the picture is at a place in the code: of 255. Asked for some hundred thousand places in a frame. */
    double level(Grey picture, double moduleX, double moduleY) {
        double near = 1 / depth(moduleX, moduleY);
        return picture.between(
                (h[0] * moduleX + h[1] * moduleY + h[2] * size) * near,
                (h[3] * moduleX + h[4] * moduleY + h[5] * size) * near);
    }

    /** Of all its modules. */
    Outline outline() {
        return Outline.of(
                x(0, 0) + MIDDLE,
                y(0, 0) + MIDDLE,
                x(size, 0) + MIDDLE,
                y(size, 0) + MIDDLE,
                x(size, size) + MIDDLE,
                y(size, size) + MIDDLE,
                x(0, size) + MIDDLE,
                y(0, size) + MIDDLE);
    }

    private double depth(double moduleX, double moduleY) {
        return h[6] * moduleX + h[7] * moduleY + size;
    }
}
