package io.kassa.pos.scan;

import com.google.zxing.ReaderException;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Arrays;
import java.util.Optional;

/** Reads a code whose finder patterns are known, however blurred its modules are. */
final class GridReader {

    private static final int ROUNDS = 1;

    private GridReader() {}

    static Optional<Hit> read(Grey picture, Finders finders) {
        return new Locator(picture).locate(finders).flatMap(code -> {
            var equaliser = new Equaliser(new Modules(picture, code.grid()), code.layout());
            boolean[] black = equaliser.firstDecision();
            for (int round = 0; round < ROUNDS; round++) {
                Optional<DecoderResult> text = decoded(code.layout(), black);
                if (text.isPresent()) {
                    return Optional.of(Hit.of(text.get(), code.grid().outline()));
                }
                boolean[] better = equaliser.nextDecision(black);
                if (Arrays.equals(better, black)) {
                    break;
                }
                black = better;
            }
            return Optional.empty();
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
