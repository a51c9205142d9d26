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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way to read a frame, by name. */
record ScanReader(String name, Function<Frame, Read> way) {

    /**
     * @param text the first that was read
     * @param others looks for what else is in view, which is not part of the first read's cost; nothing, of a reader that cannot
     * @param stage by which it was read, of a reader that has several
     */
    record Read(Optional<String> text, Supplier<List<String>> others, String stage) {

        /** Everything that is read in a frame. */
        Set<String> all() {
            return Stream.concat(text.stream(), others.get().stream()).collect(Collectors.toSet());
        }
    }

    Read read(Frame frame) {
        return way.apply(frame);
    }

    private static ScanReader ofOneStage(String name, Function<Frame, Optional<String>> way) {
        return new ScanReader(name, frame -> new Read(way.apply(frame), List::of, name));
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
        return new ScanReader("BoofCV", frame -> {
            var image = new GrayU8(1, 1);
            image.setData(frame.pixels());
            image.width = image.stride = frame.width();
            image.height = frame.height();
            detector.process(image);
            List<String> all =
                    detector.getDetections().stream().map(code -> code.message).toList();
            return new Read(all.stream().findFirst(), () -> all, "BoofCV");
        });
    }

    /** The till's, without a deadline: its cost is reported instead. */
    static ScanReader cascade() {
        var reader = new CodeReader(Duration.ofMinutes(1));
        return new ScanReader("till", frame -> {
            Reading reading = reader.read(frame.pixels(), frame.width(), frame.height());
            return reading instanceof Reading.Found found
                    ? new Read(
                            reading.text(), () -> beside(found), found.stage().name())
                    : new Read(Optional.empty(), List::of, "");
        });
    }

    private static List<String> beside(Reading.Found found) {
        return found.others().get().stream().map(Reading.Code::content).toList();
    }
}
