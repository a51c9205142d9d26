package io.kassa.pos.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out where every module of a code is, from its finder patterns on. */
final class Locator {

    private static final int LARGEST_VERSION = 40;

    /** How far from where it is expected a pattern is looked for, in modules, and how finely. */
    private static final double REACH = 2;

    private static final double STEP = 0.5;

    /** Modules from the middle of an alignment pattern to its edge. */
    private static final int ALIGNMENT = 2;

    /** Agreement, of 1, from which on a place is taken for an alignment pattern. */
    private static final double ENOUGH = 0.55;

    private final Grey picture;

    Locator(Grey picture) {
        this.picture = picture;
    }

    private record Place(double x, double y, double agreement) {}

    /** A code's modules by where they are. */
    record Located(Layout layout, Grid grid) {}

    Optional<Located> locate(Finders finders) {
        int guess = (int) Math.round((finders.size() - 17) / 4);
        double best = 0.2;
        Optional<Located> located = Optional.empty();
        for (int version = Math.max(1, guess - 4); version <= Math.min(LARGEST_VERSION, guess + 4); version++) {
            var layout = new Layout(version);
            Optional<Grid> grid = Grid.through(finders.pins(layout.size()), layout.size());
            double agreement = grid.map(it -> timing(layout, it)).orElse(0.0);
            if (agreement > best) {
                best = agreement;
                located = Optional.of(new Located(layout, grid.get()));
            }
        }
        return located.map(it -> refined(it, finders));
    }

    /** How well the two dotted lines between the finder patterns are where they should be. */
    private double timing(Layout layout, Grid grid) {
        var agreement = new Agreement();
        for (int i = 8; i < layout.size() - 8; i++) {
            boolean black = i % 2 == 0;
            agreement.add(black, level(grid, i + 0.5, 6.5));
            agreement.add(black, level(grid, 6.5, i + 0.5));
        }
        return agreement.value();
    }

    /** Every alignment pattern that is found makes the search for the next one, further out, more certain. */
    private Located refined(Located first, Finders finders) {
        Layout layout = first.layout();
        List<Grid.Pin> pins = finders.pins(layout.size());
        Grid grid = first.grid();
        for (int[] centre : outwards(layout)) {
            Optional<Grid.Pin> pin = search(grid, centre[0] + 0.5, centre[1] + 0.5);
            if (pin.isPresent()) {
                pins.add(pin.get());
                grid = Grid.through(pins, layout.size()).orElse(grid);
            }
        }
        return new Located(layout, grid);
    }

    private static List<int[]> outwards(Layout layout) {
        List<int[]> centres = new ArrayList<>();
        for (int y : layout.centres()) {
            for (int x : layout.centres()) {
                if (layout.alignment(x, y)) {
                    centres.add(new int[] {x, y});
                }
            }
        }
        centres.sort(Comparator.comparingInt(centre -> centre[0] + centre[1]));
        return centres;
    }

    private Optional<Grid.Pin> search(Grid grid, double x, double y) {
        Place rough = best(grid, new Place(x, y, 0), REACH, STEP);
        if (rough.agreement() < ENOUGH) {
            return Optional.empty();
        }
        Place fine = best(grid, rough, STEP / 2, STEP / 4);
        return Optional.of(new Grid.Pin(x, y, grid.x(fine.x(), fine.y()), grid.y(fine.x(), fine.y())));
    }

    /** Looks at each place by the light on a lattice of that step, on which the modules of all of them are. */
    private Place best(Grid grid, Place around, double reach, double step) {
        int module = (int) Math.round(1 / step);
        int steps = (int) Math.round(2 * reach / step);
        int side = steps + 1 + 2 * ALIGNMENT * module;
        double[] levels = new double[side * side];
        double x = around.x() - reach - ALIGNMENT;
        double y = around.y() - reach - ALIGNMENT;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(grid, x + i % side * step, y + i / side * step);
        }
        Place best = around;
        for (int i = 0; i < (steps + 1) * (steps + 1); i++) {
            int right = i % (steps + 1);
            int down = i / (steps + 1);
            double agreement = alignment(levels, side, module, down * side + right);
            if (agreement > best.agreement()) {
                best = new Place(around.x() - reach + right * step, around.y() - reach + down * step, agreement);
            }
        }
        return best;
    }

    /** @param first the place of the upper left one of 25 modules */
    private static double alignment(double[] levels, int side, int module, int first) {
        var agreement = new Agreement();
        for (int y = 0; y <= 2 * ALIGNMENT; y++) {
            for (int x = 0; x <= 2 * ALIGNMENT; x++) {
                boolean black = Math.max(Math.abs(x - ALIGNMENT), Math.abs(y - ALIGNMENT)) != 1;
                agreement.add(black, levels[first + (y * side + x) * module]);
            }
        }
        return agreement.value();
    }

    private double level(Grid grid, double x, double y) {
        return grid.level(picture, x, y);
    }
}
