package io.kassa.pos.scan;

import com.google.zxing.ReaderException;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Optional;

/** Reads a code whose finder patterns are known, however blurred its modules are. */
final class GridReader {

    private GridReader() {}

    static Optional<Hit> read(Grey picture, Finders finders) {
        return new Locator(picture).locate(finders).flatMap(code -> {
            var equaliser = new Equaliser(new Modules(picture, code.grid()), code.layout());
            boolean[] first = equaliser.firstDecision();
            return decoded(code.layout(), first)
                    .or(() -> decoded(code.layout(), equaliser.nextDecision(first)))
                    .map(text -> Hit.of(text, code.grid().outline()));
        });
    }

    private static Optional<DecoderResult> decoded(Layout layout, boolean[] black) {
        try {
            return Optional.of(new Decoder().decode(layout.with(black)));
        } catch (ReaderException | RuntimeException tooDamaged) {
            // As with whole pictures, ZXing may end in unchecked exceptions.
            return Optional.empty();
        }
    }
}
