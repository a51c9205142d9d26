package io.kassa.pos.scan.corpus;

import java.util.Random;

/** How one picture is taken. Lengths are in modules of the code, light in levels of 255, angles in degrees. */
final class Shot {

    /** The white card's share of the frame's area. */
    double fill;

    double rotation;
    double tilt;

    /** The direction to which the card leans away. */
    double tiltDegrees;

    /** Standard deviation of a Gaussian. */
    double blur;

    double motion;
    double motionDegrees;

    /** Standard deviation of the sensor's noise. */
    double noise = 2;

    double dark = 15;
    double light = 240;

    /** How much brighter one side of the picture is than the other. */
    double gradient;

    /** The share of the code's area under a reflected lamp. */
    double glare;

    /** Strength of the pattern that a screen's pixels make with the camera's. */
    double moire;

    /** The share of the code's area under a thumb. */
    double covered;

    /** Whether the code is on a phone's screen, and not on paper. */
    boolean screen;

    /** How much less light the dark between a screen's pixels lets through, of 1. */
    double grating;

    /** How many levels a window adds that a screen mirrors. */
    double mirrored;

    boolean neighbour;
    boolean inverted;

    static Shot of(Condition condition, Random random) {
        var shot = new Shot();
        shot.fill = Condition.between(random, 0.30, 0.60);
        shot.rotation = Condition.between(random, -2, 2);
        condition.shape(shot, random);
        return shot;
    }
}
