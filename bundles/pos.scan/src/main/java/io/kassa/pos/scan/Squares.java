package io.kassa.pos.scan;

import boofcv.alg.fiducial.qrcode.PositionPatternNode;
import boofcv.alg.fiducial.qrcode.QrCodePositionPatternDetector;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.shape.FactoryShapeDetector;
import boofcv.struct.image.GrayU8;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Finds the squares that mark the corners of QR codes, by BoofCV, in frames that ZXing gives up. Its detectors are for one
 * thread: idle ones wait in a queue.
 */
final class Squares {

    /**
     * Pixels to each side over which "dark" is judged. Four or five modules of a dense code in all: narrow enough that the light
     * ring inside a blurred finder pattern stays lighter than what is around it.
     */
    private static final int REACH = 6;

    /** Hundredths of the light around it that a dark pixel has at most: few enough that noise leaves a flat place light. */
    private static final int DARK = 92;

    /** Of so many pixels one is asked how strong the noise is. */
    private static final int SAMPLED = 17;

    /** How much darker than around it a dark pixel is, in units of the noise: about two standard deviations of what is left of it. */
    private static final int NOISE = 3;

    private static final int KEPT = 4;

    private final Queue<Detector> idle = new ArrayBlockingQueue<>(KEPT);

    Squares() {
        // Its own threads would outlive the bundle; a picture is small enough for the caller's thread.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    List<Polygon2D_F64> in(Grey picture) {
        Detector detector = Optional.ofNullable(idle.poll()).orElseGet(Detector::new);
        try {
            List<Polygon2D_F64> found = detector.find(picture);
            idle.offer(detector);
            return found;
        } catch (RuntimeException none) {
            // Whatever state the detector is in now, the next picture gets a new one.
            return List.of();
        }
    }

    private static final class Detector {

        private final QrCodePositionPatternDetector<GrayU8> patterns = new QrCodePositionPatternDetector<>(
                FactoryShapeDetector.polygon(new ConfigQrCode().polygon, GrayU8.class));

        Detector() {
            patterns.getSquareDetector().setHelper(new Shapes());
        }

        List<Polygon2D_F64> find(Grey picture) {
            // Every dark speck costs a walk round it, and noise makes a hundred thousand of them.
            Grey smooth = Smoothing.smoothed(picture);
            patterns.process(image(smooth), image(dark(smooth, NOISE * quarter(picture, smooth))));
            List<Polygon2D_F64> found = new ArrayList<>();
            for (PositionPatternNode node : patterns.getPositionPatterns().toList()) {
                found.add(node.square.copy());
            }
            return found;
        }

        /** 1 where a pixel is dark. */
        private static Grey dark(Grey picture, int noise) {
            byte[] means = Smoothing.means(picture, REACH).pixels();
            byte[] dark = new byte[means.length];
            for (int i = 0; i < dark.length; i++) {
                int mean = means[i] & 0xFF;
                int most = Math.min(mean - noise, mean * DARK / 100);
                // The sign of a difference: a branch would be guessed wrong at every other speck.
                dark[i] = (byte) ((picture.pixels()[i] & 0xFF) - most - 1 >>> Integer.SIZE - 1);
            }
            return new Grey(dark, picture.width(), picture.height());
        }

        /** By how many levels smoothing changes the quarter of the picture that it changes least: that is noise, and nothing else. */
        private static int quarter(Grey picture, Grey smooth) {
            int[] counts = new int[256];
            int all = 0;
            for (int i = 0; i < picture.pixels().length; i += SAMPLED) {
                counts[Math.abs((picture.pixels()[i] & 0xFF) - (smooth.pixels()[i] & 0xFF))]++;
                all++;
            }
            int quarter = 0;
            for (int below = counts[0]; below < all / 4; below += counts[quarter]) {
                quarter++;
            }
            return quarter;
        }

        private static GrayU8 image(Grey picture) {
            var image = new GrayU8(1, 1);
            image.setData(picture.pixels());
            image.width = image.stride = picture.width();
            image.height = picture.height();
            return image;
        }
    }
}
