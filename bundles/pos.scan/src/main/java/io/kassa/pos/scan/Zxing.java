package io.kassa.pos.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** ZXing with one way to tell dark from light. */
record Zxing(Function<LuminanceSource, Binarizer> binarizer) {

    /** Modules from the edge of a code to the middle of a finder pattern, and of the last alignment pattern. */
    private static final double FINDER = 3.5;

    private static final double ALIGNMENT = 6.5;

    /** How many codes beside one are looked for: a person holds up one, and a few lie about. */
    private static final int BESIDE = 3;

    /** Pixels a module that can be read; noise looks like finer ones. */
    private static final double FINEST = 1.5;

    /** Clutter looks like one finder pattern now and then, and hardly ever like two. */
    private static final int HINT = 2;

    @FunctionalInterface
    private interface Way {
        Optional<Hit> read() throws ReaderException;
    }

    /** A code anywhere in the picture. */
    Optional<Hit> on(Grey picture) {
        return tried(() -> found(bitmap(picture).getBlackMatrix(), () -> {}));
    }

    /**
     * What is in a picture beside a code that was read.
     *
     * @param more whether something is left that may be a code and was not read
     */
    record Rest(List<Hit> hits, boolean more) {}

    Rest beside(Hit first, Grey picture) {
        BitMatrix dark;
        try {
            dark = bitmap(picture).getBlackMatrix();
        } catch (NotFoundException tooSmall) {
            return new Rest(List.of(), false);
        }
        cover(dark, first.outline());
        List<Hit> all = new ArrayList<>();
        while (all.size() < BESIDE) {
            var patterns = new AtomicInteger();
            Optional<Hit> next = tried(() -> found(dark, patterns::incrementAndGet));
            if (next.isEmpty()) {
                return new Rest(all, patterns.get() >= HINT);
            }
            all.add(next.get());
            cover(dark, next.get().outline());
        }
        return new Rest(all, false);
    }

    /** @param pattern is told of each thing that looks like a finder pattern */
    private static Optional<Hit> found(BitMatrix dark, Runnable pattern) throws ReaderException {
        ResultPointCallback seeing = point -> {
            if (point instanceof FinderPattern finder && finder.getEstimatedModuleSize() >= FINEST) {
                pattern.run();
            }
        };
        DetectorResult seen = new Detector(dark).detect(Map.of(DecodeHintType.NEED_RESULT_POINT_CALLBACK, seeing));
        DecoderResult code = new Decoder().decode(seen.getBits());
        return outline(seen).map(outline -> Hit.of(code, outline));
    }

    /** Makes a part of the picture black, so that nothing is found there again. */
    private static void cover(BitMatrix dark, Outline outline) {
        BitArray row = new BitArray(dark.getWidth());
        for (int y = 0; y < dark.getHeight(); y++) {
            Outline.Span span = outline.at(y + Grid.MIDDLE);
            int left = (int) Math.max(0, span.left());
            int right = (int) Math.min(dark.getWidth(), span.right());
            if (left < right) {
                row = dark.getRow(y, row);
                row.setRange(left, right);
                dark.setRow(y, row);
            }
        }
    }

    /** A code that is all of the picture, upright and undistorted. */
    Optional<Hit> drawn(Grey picture) {
        return tried(() -> {
            BinaryBitmap bitmap = bitmap(picture);
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

    private BinaryBitmap bitmap(Grey picture) {
        return new BinaryBitmap(binarizer.apply(new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false)));
    }

    private static Optional<Hit> tried(Way way) {
        try {
            return way.read();
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
