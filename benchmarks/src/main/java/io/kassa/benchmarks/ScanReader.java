package io.kassa.benchmarks;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.kassa.pos.scan.CodeReader;
import io.kassa.pos.scan.Reading;
import io.kassa.pos.scan.corpus.Frame;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A way to read a frame, by name. */
record ScanReader(String name, Function<Frame, Read> way) {

    /** @param stage by which it was read, of a reader that has several */
    record Read(Optional<String> text, String stage) {}

    Read read(Frame frame) {
        return way.apply(frame);
    }

    private static ScanReader ofOneStage(String name, Function<Frame, Optional<String>> way) {
        return new ScanReader(name, frame -> new Read(way.apply(frame), name));
    }

    /** As its users set it up. */
    static ScanReader zxing() {
        return ofOneStage("ZXing", frame -> {
            var source = new PlanarYUVLuminanceSource(
                    frame.pixels(), frame.width(), frame.height(), 0, 0, frame.width(), frame.height(), false);
            try {
                var bitmap = new BinaryBitmap(new HybridBinarizer(source));
                return Optional.of(new QRCodeReader().decode(bitmap).getText());
            } catch (ReaderException | RuntimeException none) {
                return Optional.empty();
            }
        });
    }

    /** On one thread, whose processor time is then all that it takes. */
    static ScanReader boofcv() {
        BoofConcurrency.USE_CONCURRENT = false;
        QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
        return ofOneStage("BoofCV", frame -> {
            var image = new GrayU8(1, 1);
            image.setData(frame.pixels());
            image.width = image.stride = frame.width();
            image.height = frame.height();
            detector.process(image);
            return detector.getDetections().stream().map(code -> code.message).findFirst();
        });
    }

    /** The till's, without a deadline: its cost is reported instead. */
    static ScanReader cascade() {
        var reader = new CodeReader(Duration.ofMinutes(1));
        return new ScanReader("till", frame -> {
            Reading reading = reader.read(frame.pixels(), frame.width(), frame.height());
            return new Read(
                    reading.text(),
                    reading instanceof Reading.Found found ? found.stage().name() : "");
        });
    }
}
