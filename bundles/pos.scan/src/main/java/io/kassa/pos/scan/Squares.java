package io.kassa.pos.scan;

import boofcv.abst.filter.binary.InputToBinary;
import boofcv.alg.fiducial.qrcode.PositionPatternNode;
import boofcv.alg.fiducial.qrcode.QrCodePositionPatternDetector;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.filter.binary.ConfigThreshold;
import boofcv.factory.filter.binary.FactoryThresholdBinary;
import boofcv.factory.filter.binary.ThresholdType;
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
     * Pixels over which "dark" is judged. Four or five modules of a dense code: narrow enough that the light ring inside a
     * blurred finder pattern stays lighter than what is around it.
     */
    private static final int WINDOW = 13;

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

        private final InputToBinary<GrayU8> threshold =
                FactoryThresholdBinary.threshold(ConfigThreshold.local(ThresholdType.LOCAL_MEAN, WINDOW), GrayU8.class);
        private final QrCodePositionPatternDetector<GrayU8> patterns = new QrCodePositionPatternDetector<>(
                FactoryShapeDetector.polygon(new ConfigQrCode().polygon, GrayU8.class));
        private final GrayU8 binary = new GrayU8(1, 1);

        List<Polygon2D_F64> find(Grey picture) {
            var image = new GrayU8(1, 1);
            image.setData(picture.pixels());
            image.width = image.stride = picture.width();
            image.height = picture.height();
            binary.reshape(picture.width(), picture.height());
            threshold.process(image, binary);
            patterns.process(image, binary);
            List<Polygon2D_F64> found = new ArrayList<>();
            for (PositionPatternNode node : patterns.getPositionPatterns().toList()) {
                found.add(node.square.copy());
            }
            return found;
        }
    }
}
