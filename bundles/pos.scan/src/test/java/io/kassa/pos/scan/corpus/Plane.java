package io.kassa.pos.scan.corpus;

import io.kassa.pos.scan.Outline;
import java.util.List;

/**
 * A flat card before a pinhole camera. Maps the camera's pixels to the card's plane, where the card is the square from -0.5 to
 * 0.5 in both directions.
 */
final class Plane {

    /** Focal length in widths of the frame: about 55 degrees from side to side, as on most built-in cameras. */
    private static final double FOCAL = 0.96;

    private final double[] forward;
    private final double[] inverse;
    private final double centreX;
    private final double centreY;
    private final double pixelsPerSide;

    /**
     * @param area the area of the card in pixels, if it stood upright before the camera
     * @param x where the card's middle is drawn, in pixels
     */
    Plane(int width, double area, double x, double y, Shot shot) {
        this(matrix(width, area, shot), x, y, Math.sqrt(area));
    }

    private Plane(double[] forward, double x, double y, double pixelsPerSide) {
        this.forward = forward;
        this.inverse = inverted(forward);
        this.centreX = x;
        this.centreY = y;
        this.pixelsPerSide = pixelsPerSide;
    }

    private static double[] matrix(int width, double area, Shot shot) {
        double focal = FOCAL * width;
        double roll = Math.toRadians(shot.rotation);
        double tilt = Math.toRadians(shot.tilt);
        double lean = Math.toRadians(shot.tiltDegrees);
        // Columns of a rotation: roll in the plane first, then leaning about the axis across the direction of lean.
        double[] across = leaned(Math.cos(roll), Math.sin(roll), tilt, lean);
        double[] down = leaned(-Math.sin(roll), Math.cos(roll), tilt, lean);
        return new double[] {
            focal * across[0],
            focal * down[0],
            0,
            focal * across[1],
            focal * down[1],
            0,
            across[2],
            down[2],
            focal / Math.sqrt(area)
        };
    }

    /** Whether all of the card is in a frame of that height, however it is moved sideways. */
    boolean fits(int height) {
        return high() - low() <= 0.97 * height;
    }

    /** The same card elsewhere in the frame: 0 is as far left or up as it goes, 1 as far right or down. */
    Plane moved(int width, int height, double aside, double down) {
        double left = width, right = -width;
        for (int corner = 0; corner < 4; corner++) {
            left = Math.min(left, corner(corner)[0]);
            right = Math.max(right, corner(corner)[0]);
        }
        double x = Math.max(0, width - (right - left)) * aside - left;
        double y = (height - (high() - low())) * down - low();
        return new Plane(forward, x, y, pixelsPerSide);
    }

    private double low() {
        return Math.min(Math.min(corner(0)[1], corner(1)[1]), Math.min(corner(2)[1], corner(3)[1]));
    }

    private double high() {
        return Math.max(Math.max(corner(0)[1], corner(1)[1]), Math.max(corner(2)[1], corner(3)[1]));
    }

    /** Where the code of the card is drawn, from a pixel's corner: here, its middle has whole coordinates. */
    Outline outline(Code code) {
        double first = (double) Code.QUIET / Scene.modulesOfCard(code) - 0.5;
        double last = -first;
        return new Outline(List.of(edge(first, first), edge(last, first), edge(last, last), edge(first, last)));
    }

    private Outline.Corner edge(double x, double y) {
        double[] place = drawn(x, y);
        return new Outline.Corner(centreX + place[0] + 0.5, centreY + place[1] + 0.5);
    }

    /** Where a corner of the card is drawn, from the middle of the card. */
    private double[] corner(int which) {
        return drawn(which % 2 - 0.5, which / 2 - 0.5);
    }

    private double[] drawn(double x, double y) {
        double w = forward[6] * x + forward[7] * y + forward[8];
        return new double[] {(forward[0] * x + forward[1] * y) / w, (forward[3] * x + forward[4] * y) / w};
    }

    private static double[] leaned(double x, double y, double tilt, double lean) {
        double along = x * Math.cos(lean) + y * Math.sin(lean);
        double shorter = along * (Math.cos(tilt) - 1);
        return new double[] {x + shorter * Math.cos(lean), y + shorter * Math.sin(lean), along * Math.sin(tilt)};
    }

    double pixelsPerSide() {
        return pixelsPerSide;
    }

    /** Writes the place on the card that is seen there. */
    void seen(double pixelX, double pixelY, double[] place) {
        double x = pixelX - centreX;
        double y = pixelY - centreY;
        double w = inverse[6] * x + inverse[7] * y + inverse[8];
        place[0] = (inverse[0] * x + inverse[1] * y + inverse[2]) / w;
        place[1] = (inverse[3] * x + inverse[4] * y + inverse[5]) / w;
    }

    private static double[] inverted(double[] m) {
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double determinant = m[0] * a + m[1] * b + m[2] * c;
        double[] inverse = {
            a, m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            b, m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            c, m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] /= determinant;
        }
        return inverse;
    }
}
