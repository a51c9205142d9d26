package io.kassa.pos.scan.corpus;

import boofcv.alg.fiducial.qrcode.PackedBits8;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.alg.fiducial.qrcode.QrCodeEncoder;
import boofcv.alg.fiducial.qrcode.QrCodeGeneratorImage;
import boofcv.struct.image.GrayU8;

/**
 * A code that holds a part of a text (structured append, ISO/IEC 18004, 8): before the text it says which part it is, of how many,
 * and the parity of the whole text. Neither library writes such codes; BoofCV lets the bits be put before its own.
 */
public final class Part extends QrCodeEncoder {

    private static final int STRUCTURED_APPEND = 0b0011;

    /** Room for some 200 characters at level L, with what is put before them. */
    private static final int VERSION = 10;

    private final int number;
    private final int parts;
    private final int parity;

    private Part(int number, int parts, int parity) {
        this.number = number;
        this.parts = parts;
        this.parity = parity;
    }

    /** @param number from 1 */
    public static GrayU8 picture(String text, int number, int parts, int parity, int pixelsPerModule) {
        QrCode code = new Part(number, parts, parity)
                .setVersion(VERSION)
                .setError(QrCode.ErrorLevel.L)
                .addBytes(text)
                .fixate();
        var image = new QrCodeGeneratorImage(pixelsPerModule);
        image.setBorderModule(Code.QUIET);
        image.render(code);
        return image.getGray();
    }

    @Override
    protected void bitsToMessage(PackedBits8 text) {
        var whole = new PackedBits8();
        whole.append(STRUCTURED_APPEND, 4, false);
        whole.append(number - 1, 4, false);
        whole.append(parts - 1, 4, false);
        whole.append(parity, 8, false);
        for (int bit = 0; bit < text.size; bit++) {
            whole.append(text.get(bit), 1, false);
        }
        super.bitsToMessage(whole);
    }
}
