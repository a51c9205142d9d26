package io.kassa.pos.scan;

import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The three finder patterns of a code, each by the four corners of its black square of seven modules. */
final class Finders {

    private static final double SIDE = 7;

    /** A code that leans by 60 degrees is less odd than this. */
    private static final double ODD = 1.8;

    private final Polygon2D_F64 corner;
    private final Polygon2D_F64 right;
    private final Polygon2D_F64 down;

    private Finders(Polygon2D_F64 corner, Polygon2D_F64 right, Polygon2D_F64 down) {
        this.corner = corner;
        this.right = right;
        this.down = down;
    }

    /**
     * Every way to take three of these squares for the corners of a code, the likeliest first.
     *
     * @param tried so many of the squares, from the first, were looked at before: three of them are not taken again
     */
    static List<Finders> among(List<Polygon2D_F64> squares, int tried) {
        List<Finders> all = new ArrayList<>();
        for (int corner = 0; corner < squares.size(); corner++) {
            for (int one = 0; one < squares.size(); one++) {
                for (int other = one + 1; other < squares.size(); other++) {
                    if (one != corner && other != corner && Math.max(corner, other) >= tried) {
                        all.add(clockwise(squares.get(corner), squares.get(one), squares.get(other)));
                    }
                }
            }
        }
        // of squares in one place it is not a number
        all.removeIf(finders -> !(finders.oddness() <= ODD));
        all.sort(Comparator.comparingDouble(Finders::oddness));
        return all;
    }

    private static Finders clockwise(Polygon2D_F64 corner, Polygon2D_F64 one, Polygon2D_F64 other) {
        return turn(corner, one, other) > 0 ? new Finders(corner, one, other) : new Finders(corner, other, one);
    }

    private static double turn(Polygon2D_F64 corner, Polygon2D_F64 one, Polygon2D_F64 other) {
        Point2D_F64 origin = middle(corner);
        Point2D_F64 a = middle(one);
        Point2D_F64 b = middle(other);
        return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
    }

    /** How far from a right angle with two equal sides these three are: 0 is a code seen from the front. */
    private double oddness() {
        double across = middle(corner).distance(middle(right));
        double down = middle(corner).distance(middle(this.down));
        double sine = turn(corner, right, this.down) / (across * down);
        double sizes = Math.max(side(right), Math.max(side(this.down), side(corner)))
                / Math.min(side(right), Math.min(side(this.down), side(corner)));
        return 1 - sine + Math.abs(Math.log(across / down)) + Math.log(sizes);
    }

    /** How many modules a side the code has, as far as distances tell: wrong by several when it leans. */
    double size() {
        double module = (side(corner) + side(right) + side(down)) / 3 / SIDE;
        double distance =
                (middle(corner).distance(middle(right)) + middle(corner).distance(middle(down))) / 2;
        return distance / module + SIDE;
    }

    /** Their corners, if the code has that many modules a side. */
    List<Grid.Pin> pins(int size) {
        List<Grid.Pin> pins = new ArrayList<>();
        pin(corner, 0, 0, pins);
        pin(right, size - SIDE, 0, pins);
        pin(down, 0, size - SIDE, pins);
        return pins;
    }

    private void pin(Polygon2D_F64 square, double left, double top, List<Grid.Pin> pins) {
        Point2D_F64 origin = middle(corner);
        Point2D_F64 middle = middle(square);
        double acrossX = middle(right).x - origin.x;
        double acrossY = middle(right).y - origin.y;
        double downX = middle(down).x - origin.x;
        double downY = middle(down).y - origin.y;
        double turn = acrossX * downY - acrossY * downX;
        for (int i = 0; i < square.size(); i++) {
            double x = square.get(i).x - middle.x;
            double y = square.get(i).y - middle.y;
            boolean isRight = (x * downY - y * downX) / turn > 0;
            boolean isLow = (acrossX * y - acrossY * x) / turn > 0;
            pins.add(new Grid.Pin(
                    left + (isRight ? SIDE : 0), top + (isLow ? SIDE : 0), square.get(i).x, square.get(i).y));
        }
    }

    /** Whether these two are one square that was found twice. */
    static boolean same(Polygon2D_F64 one, Polygon2D_F64 other) {
        return middle(one).distance(middle(other)) < side(one) / 2;
    }

    static boolean isIn(Polygon2D_F64 square, Outline code) {
        Point2D_F64 middle = middle(square);
        return code.holds(middle.x + Grid.MIDDLE, middle.y + Grid.MIDDLE);
    }

    static Point2D_F64 middle(Polygon2D_F64 square) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < square.size(); i++) {
            x += square.get(i).x / square.size();
            y += square.get(i).y / square.size();
        }
        return new Point2D_F64(x, y);
    }

    private static double side(Polygon2D_F64 square) {
        double sum = 0;
        for (int i = 0; i < square.size(); i++) {
            sum += square.getSideLength(i);
        }
        return sum / square.size();
    }
}
