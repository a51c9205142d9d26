package io.kassa.pos.scan;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Turns a PNG or JPEG file that somebody sent into a grey picture; refuses bombs by their header, before they open. */
final class PictureFile {

    static final int MAX_BYTES = 10_000_000;

    /** A progressive JPEG holds about ten; each more is another pass over all pixels for a few bytes of file. */
    private static final int MAX_JPEG_SCANS = 64;

    Decoded decode(byte[] file) {
        if (file.length == 0) {
            return refused(Reading.Reason.EMPTY);
        }
        Optional<String> format = format(file);
        if (format.isEmpty()) {
            return refused(Reading.Reason.FORMAT);
        }
        if (file.length > MAX_BYTES || scans(file, format.get()) > MAX_JPEG_SCANS) {
            return refused(Reading.Reason.TOO_LARGE);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.get());
        return readers.hasNext() ? decode(readers.next(), file) : refused(Reading.Reason.FORMAT);
    }

    private static Decoded decode(ImageReader reader, byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            if (Grey.tooLarge(reader.getWidth(0), reader.getHeight(0))) {
                return refused(Reading.Reason.TOO_LARGE);
            }
            return new Decoded.Sound(grey(reader.read(0)));
        } catch (IOException | RuntimeException broken) {
            // The JDK's readers answer damaged files with unchecked exceptions too.
            return refused(Reading.Reason.BROKEN);
        } finally {
            reader.dispose();
        }
    }

    private static Decoded refused(Reading.Reason reason) {
        return new Decoded.Refused(reason);
    }

    private static Optional<String> format(byte[] file) {
        if (startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("png");
        }
        return startsWith(file, 0xFF, 0xD8, 0xFF) ? Optional.of("jpeg") : Optional.empty();
    }

    private static boolean startsWith(byte[] file, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Start-of-scan marks; FF DA cannot stand in pixel data, and hardly ever in a preview picture or a profile. */
    private static int scans(byte[] file, String format) {
        int scans = 0;
        for (int i = 1; format.equals("jpeg") && i < file.length; i++) {
            if ((file[i - 1] & 0xFF) == 0xFF && (file[i] & 0xFF) == 0xDA) {
                scans++;
            }
        }
        return scans;
    }

    private static Grey grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] grey = new byte[width * height];
        boolean plain = image.getRaster().getNumBands() == 1
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE
                && image.getSampleModel().getSampleSize(0) == 8
                && !(image.getColorModel() instanceof IndexColorModel);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (plain) {
                image.getRaster().getSamples(0, y, width, 1, 0, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) (plain ? row[x] : luminance(row[x]));
            }
        }
        return new Grey(grey, width, height);
    }

    /** Brightness on a white page: what is transparent is white. */
    private static int luminance(int argb) {
        int alpha = argb >>> 24;
        int bright = (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF)) >> 10;
        return (bright * alpha + 255 * (255 - alpha)) / 255;
    }
}
