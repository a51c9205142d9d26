package io.kassa.smartum.sandbox.receipt;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A QR code with its quiet zone, as modules and as pictures. */
public final class QrPicture {
    private static final int QUIET = 4;
    private static final int LARGEST = 20;

    private final ByteMatrix modules;
    private final int version;

    private QrPicture(QRCode code) {
        this.modules = code.getMatrix();
        this.version = code.getVersion().getVersionNumber();
    }

    /**
     * The code of a text: correction level M while that stays readable from a phone (version 20), else L; nothing when no QR
     * code can hold the text.
     */
    public static Optional<QrPicture> of(String text) {
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > 2953) {
            return Optional.empty();
        }
        try {
            QRCode code = Encoder.encode(text, ErrorCorrectionLevel.L);
            if (code.getVersion().getVersionNumber() <= LARGEST) {
                QRCode better = Encoder.encode(text, ErrorCorrectionLevel.M);
                code = better.getVersion().getVersionNumber() <= LARGEST ? better : code;
            }
            return Optional.of(new QrPicture(code));
        } catch (WriterException e) {
            return Optional.empty();
        }
    }

    /** QR version, 1 to 40. */
    public int version() {
        return version;
    }

    /** Modules along one side, quiet zone included. */
    public int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** True where the module is dark. */
    public boolean dark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        boolean inside = column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
        return inside && modules.get(column, row) == 1;
    }

    /** One path, each run of dark modules one rectangle; crisp at every size. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int start = x;
                while (x < size() && dark(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start).append(' ').append(y);
                    path.append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                }
            }
        }
        String side = String.valueOf(size());
        return "<svg xmlns='http://www.w3.org/2000/svg' width='SIDE' height='SIDE' viewBox='0 0 SIDE SIDE'"
                        .replace("SIDE", side)
                + " shape-rendering='crispEdges'><path fill='#fff' d='M0 0hSIDEvSIDEH0z'/>".replace("SIDE", side)
                + "<path d='" + path + "'/></svg>";
    }

    /** Black on white, {@code scale} pixels a module. */
    public byte[] png(int scale) {
        return Png.of(size() * scale, (x, y) -> dark(x / scale, y / scale));
    }
}
