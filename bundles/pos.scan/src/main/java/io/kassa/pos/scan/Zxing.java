package io.kassa.pos.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** ZXing with one way to tell dark from light. */
record Zxing(Function<LuminanceSource, Binarizer> binarizer) {

    /** Modules from the edge of a code to the middle of a finder pattern, and of the last alignment pattern. */
    private static final double FINDER = 3.5;

    private static final double ALIGNMENT = 6.5;

    @FunctionalInterface
    private interface Way {
        Optional<Hit> read(BinaryBitmap bitmap) throws ReaderException;
    }

    /** A code anywhere in the picture. */
    Optional<Hit> on(Grey picture) {
        return read(picture, bitmap -> {
            DetectorResult seen = new Detector(bitmap.getBlackMatrix()).detect();
            DecoderResult code = new Decoder().decode(seen.getBits());
            return outline(seen).map(outline -> Hit.of(code, outline));
        });
    }

    /** A code that is all of the picture, upright and undistorted. */
    Optional<Hit> drawn(Grey picture) {
        return read(picture, bitmap -> {
            Result code = new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true));
            Object sequence = code.getResultMetadata().getOrDefault(ResultMetadataType.STRUCTURED_APPEND_SEQUENCE, 0);
            int[] black = bitmap.getBlackMatrix().getEnclosingRectangle();
            double right = black[0] + black[2];
            double low = black[1] + black[3];
            return Optional.of(Hit.of(
                    code.getText(),
                    (int) sequence,
                    Outline.of(black[0], black[1], right, black[1], right, low, black[0], low)));
        });
    }

    private Optional<Hit> read(Grey picture, Way way) {
        var source = new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
        try {
            return way.read(new BinaryBitmap(binarizer.apply(source)));
        } catch (ReaderException | RuntimeException none) {
            // Some pictures that hold no code, or half of one, end in unchecked exceptions inside ZXing.
            return Optional.empty();
        }
    }

    /** Where the code is of which ZXing tells the middles of its patterns; of the alignment pattern only if it saw one. */
    private static Optional<Outline> outline(DetectorResult seen) {
        ResultPoint[] points = seen.getPoints();
        ResultPoint down = points[0];
        ResultPoint corner = points[1];
        ResultPoint right = points[2];
        int size = seen.getBits().getWidth();
        double far = size - FINDER;
        double last = size - ALIGNMENT;
        return Grid.through(
                        List.of(
                                pin(FINDER, FINDER, corner.getX(), corner.getY()),
                                pin(far, FINDER, right.getX(), right.getY()),
                                pin(FINDER, far, down.getX(), down.getY()),
                                points.length > 3
                                        ? pin(last, last, points[3].getX(), points[3].getY())
                                        : pin(
                                                far,
                                                far,
                                                right.getX() + down.getX() - corner.getX(),
                                                right.getY() + down.getY() - corner.getY())),
                        size)
                .map(Grid::outline);
    }

    /** ZXing counts from a pixel's corner, a grid from its middle. */
    private static Grid.Pin pin(double moduleX, double moduleY, double x, double y) {
        return new Grid.Pin(moduleX, moduleY, x - Grid.MIDDLE, y - Grid.MIDDLE);
    }
}
