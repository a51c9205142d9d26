package io.kassa.pos.scan.corpus;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.kassa.pos.scan.Outline;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A QR code by its modules, without its quiet zone. */
public final class Code {

    /** White modules that a code has around it (ISO/IEC 18004). */
    public static final int QUIET = 4;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final String text;
    private final ByteMatrix modules;

    private Code(String text, ByteMatrix modules) {
        this.text = text;
        this.modules = modules;
    }

    public static Code of(String text, ErrorCorrectionLevel level) {
        try {
            return new Code(
                    text,
                    Encoder.encode(text, level, Map.<EncodeHintType, Object>of())
                            .getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** Text that looks like a signed receipt: three parts in the letters of base64url. */
    public static String token(Random random, int length) {
        var token = new StringBuilder("eyJ");
        while (token.length() < length) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        token.setCharAt(length / 5, '.');
        token.setCharAt(length * 3 / 4, '.');
        return token.toString();
    }

    public String text() {
        return text;
    }

    /** Modules a side. */
    public int size() {
        return modules.getWidth();
    }

    /** Whether that module is black; outside the code nothing is. */
    public boolean black(int x, int y) {
        return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y) == 1;
    }

    /** A perfect picture: black on white, with its quiet zone, that many pixels a module. */
    public Frame picture(int pixelsPerModule) {
        int side = (size() + 2 * QUIET) * pixelsPerModule;
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % side / pixelsPerModule - QUIET;
            int y = i / side / pixelsPerModule - QUIET;
            pixels[i] = (byte) (black(x, y) ? 0 : 255);
        }
        double first = QUIET * pixelsPerModule;
        double last = first + size() * pixelsPerModule;
        var outline = new Outline(List.of(
                new Outline.Corner(first, first),
                new Outline.Corner(last, first),
                new Outline.Corner(last, last),
                new Outline.Corner(first, last)));
        return new Frame(text, Set.of(), outline, pixels, side, side);
    }
}
