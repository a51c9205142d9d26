package io.kassa.pos.scan.corpus;

import java.util.Random;

/**
 * A phone that shows the card: twice as high as wide, a dark rim, pixels of three stripes with dark between them, from which the
 * camera's own pixels make moiré, and a window mirrored in the glass. Lengths are in widths of the card.
 */
final class Screen {

    private static final double WIDE = 0.53;
    private static final double HIGH = 2 * WIDE;
    private static final double RIM = 0.05;
    private static final double RIM_LEVEL = 8;

    /** Of the light of a white pixel, what its red, green and blue stripes give (ITU-R BT.601). */
    private static final double[] STRIPES = {0.299, 0.587, 0.114};

    private final Shot shot;
    private final double pixels;
    private final double glass;
    private final double slope;

    Screen(Shot shot, Random random) {
        this.shot = shot;
        pixels = Condition.between(random, 600, 1200);
        glass = Condition.between(random, -0.4, 0.4);
        slope = Condition.between(random, -1, 1);
    }

    /** Where the card is not. */
    double empty(double x, double y, double behind) {
        if (Math.abs(x) > WIDE + RIM || Math.abs(y) > HIGH + RIM) {
            return behind;
        }
        boolean rim = Math.abs(x) > WIDE || Math.abs(y) > HIGH;
        return rim ? RIM_LEVEL : shot.inverted ? shot.dark : shot.light;
    }

    /** @param shown how light it would be on paper */
    double level(double x, double y, double shown) {
        if (Math.abs(x) > WIDE + RIM || Math.abs(y) > HIGH + RIM) {
            return shown;
        }
        double lit = shown;
        if (Math.abs(x) <= WIDE && Math.abs(y) <= HIGH) {
            double row = part(y * pixels);
            double stripe = 3 * STRIPES[(int) (3 * part(x * pixels))];
            lit *= 1 - shot.grating * (row < 0.25 ? 1 : 1 - stripe / 2);
        }
        // the edge of a window is as wide as half a card
        double window = Math.max(0, Math.min(1, 0.5 + 2 * (y - glass - slope * x)));
        return lit + shot.mirrored * window;
    }

    private static double part(double value) {
        return value - Math.floor(value);
    }
}
