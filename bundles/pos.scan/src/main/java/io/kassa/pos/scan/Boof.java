package io.kassa.pos.scan;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.factory.filter.binary.ConfigThreshold;
import boofcv.factory.filter.binary.ThresholdType;
import boofcv.struct.image.GrayU8;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/** BoofCV, which reads damaged frames that ZXing does not. Its detectors are for one thread: idle ones wait in a queue. */
final class Boof implements Attempt {

    private static final int KEPT = 4;

    private final Queue<QrCodeDetector<GrayU8>> idle = new ArrayBlockingQueue<>(KEPT);

    Boof() {
        // Its own threads would outlive the bundle; a picture is small enough for the caller's thread.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    @Override
    public Optional<String> on(Grey picture) {
        QrCodeDetector<GrayU8> detector = Optional.ofNullable(idle.poll()).orElseGet(Boof::detector);
        try {
            detector.process(image(picture));
            Optional<String> text =
                    detector.getDetections().stream().map(code -> code.message).findFirst();
            idle.offer(detector);
            return text;
        } catch (RuntimeException none) {
            // Whatever state the detector is in now, the next picture gets a new one.
            return Optional.empty();
        }
    }

    private static GrayU8 image(Grey picture) {
        var image = new GrayU8(1, 1);
        image.setData(picture.pixels());
        image.width = image.stride = picture.width();
        image.height = picture.height();
        return image;
    }

    private static QrCodeDetector<GrayU8> detector() {
        var config = new ConfigQrCode();
        config.threshold = ConfigThreshold.local(ThresholdType.LOCAL_MEAN, 21);
        return FactoryFiducial.qrcode(config, GrayU8.class);
    }
}
