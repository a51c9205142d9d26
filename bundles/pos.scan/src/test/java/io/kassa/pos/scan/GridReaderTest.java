package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import georegression.struct.shapes.Polygon2D_F64;
import io.kassa.pos.scan.corpus.Code;
import io.kassa.pos.scan.corpus.Frame;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridReaderTest {

    private static final int PIXELS = 4;

    /** Lengths that make versions with and without alignment patterns and version bits. */
    @ParameterizedTest
    @ValueSource(ints = {6, 20, 60, 130, 200, 648, 1500})
    void aCodeOfAnySizeIsReadFromItsFinderSquaresAlone(int length) {
        Code code = Code.of(Code.token(new Random(length), length), ErrorCorrectionLevel.M);
        assertThat(read(code, finders(code.size()))).isEqualTo(List.of(code.text()));
    }

    @Test
    void whatIsKnownOfAVersionIsWhatEveryCodeOfItHas() {
        for (int length : new int[] {6, 20, 60, 130, 200, 648, 1500}) {
            Code code = Code.of(Code.token(new Random(length), length), ErrorCorrectionLevel.L);
            var layout = new Layout((code.size() - 17) / 4);
            BitMatrix nothingSeen = layout.with(new boolean[code.size() * code.size()]);
            for (int y = 0; y < code.size(); y++) {
                for (int x = 0; x < code.size(); x++) {
                    if (layout.at(x, y) != Layout.DATA) {
                        assertThat(nothingSeen.get(x, y))
                                .as("%d %d of version of %d characters", x, y, length)
                                .isEqualTo(code.black(x, y));
                    }
                }
            }
        }
    }

    @Test
    void theSquaresOfNoCodeReadAsNothing() {
        Code code = Code.of("hello", ErrorCorrectionLevel.M);
        assertThat(read(code, List.of(square(0, 0), square(3, 0), square(0, 1))))
                .isEmpty();
        assertThat(read(code, List.of(square(2, 2), square(2, 2), square(2, 2))))
                .isEmpty();
    }

    private static List<String> read(Code code, List<Polygon2D_F64> squares) {
        Frame frame = code.picture(PIXELS);
        var picture = new Grey(frame.pixels(), frame.width(), frame.height());
        return Finders.among(squares, 0).stream()
                .flatMap(finders -> GridReader.read(picture, finders).map(Hit::text).stream())
                .distinct()
                .toList();
    }

    private static List<Polygon2D_F64> finders(int size) {
        return List.of(square(size - 7, 0), square(0, size - 7), square(0, 0));
    }

    /** The outline of seven modules in a picture; a pixel's middle has whole coordinates. */
    private static Polygon2D_F64 square(int left, int top) {
        double x = (left + Code.QUIET) * PIXELS - 0.5;
        double y = (top + Code.QUIET) * PIXELS - 0.5;
        double side = 7 * PIXELS;
        return new Polygon2D_F64(x, y, x + side, y, x + side, y + side, x, y + side);
    }
}
