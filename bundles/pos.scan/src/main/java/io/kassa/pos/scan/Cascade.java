package io.kassa.pos.scan;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.Map;

/** The attempts in the order in which they pay: quick and common first. */
final class Cascade {

    /** The longer side of the largest picture that one attempt looks at, in pixels. */
    private static final int LARGEST = 1600;

    private Cascade() {}

    static List<Attempt> attempts() {
        Attempt local = new Zxing(HybridBinarizer::new, Map.of());
        Attempt pure = new Zxing(HybridBinarizer::new, Map.of(DecodeHintType.PURE_BARCODE, true));
        Attempt global = new Zxing(GlobalHistogramBinarizer::new, Map.of());
        Attempt boof = new Boof();
        return List.of(
                sized(local, 1),
                sized(pure, 1),
                sized(local, 0.75),
                sized(boof, 1),
                sized(global, 1),
                inverted(local),
                sized(local, 0.5),
                sized(global, 0.75),
                sized(boof, 0.6),
                inverted(boof),
                sized(local, 0.6),
                sized(global, 0.5),
                sized(local, 0.4));
    }

    private static Attempt sized(Attempt attempt, double factor) {
        return picture -> attempt.on(picture.within(LARGEST).scaled(factor));
    }

    private static Attempt inverted(Attempt attempt) {
        return picture -> attempt.on(picture.within(LARGEST).inverted());
    }
}
