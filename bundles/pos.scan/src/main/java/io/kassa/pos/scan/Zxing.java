package io.kassa.pos.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** ZXing with one binarizer and one set of hints. */
record Zxing(Function<LuminanceSource, Binarizer> binarizer, Map<DecodeHintType, ?> hints) {

    Optional<String> on(Grey picture) {
        var source = new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
        try {
            var bitmap = new BinaryBitmap(binarizer.apply(source));
            return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (ReaderException | RuntimeException none) {
            // Some pictures that hold no code, or half of one, end in unchecked exceptions inside ZXing.
            return Optional.empty();
        }
    }
}
