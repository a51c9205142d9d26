package io.kassa.pos.scan;

import boofcv.abst.shapes.polyline.PointsToPolyline;
import boofcv.alg.shapes.polygon.PolygonHelper;
import georegression.struct.point.Point2D_I32;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.List;
import org.ddogleg.struct.DogArray_B;

/**
 * Tells what may be a square from what cannot be, before corners are looked for: most of what is dark is clutter and noise. The way
 * round a shape without bays is never longer than the way round its box.
 */
final class Shapes implements PolygonHelper {

    /** How many times as long as wide the box round a square may be. */
    private static final int LONG = 3;

    @Override
    public boolean filterContour(List<Point2D_I32> contour, boolean touchesBorder, boolean distorted) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int low = 0;
        for (int i = 0; i < contour.size(); i++) {
            Point2D_I32 at = contour.get(i);
            left = Math.min(left, at.x);
            top = Math.min(top, at.y);
            right = Math.max(right, at.x);
            low = Math.max(low, at.y);
        }
        int width = right - left + 1;
        int height = low - top + 1;
        return width <= LONG * height && height <= LONG * width && contour.size() <= 2 * (width + height);
    }

    @Override
    public void setImageShape(int width, int height) {}

    @Override
    public boolean filterPixelPolygon(
            Polygon2D_F64 straight, Polygon2D_F64 seen, DogArray_B atBorder, boolean touchesBorder) {
        return true;
    }

    @Override
    public void configureBeforePolyline(PointsToPolyline corners, boolean touchesBorder) {}
}
