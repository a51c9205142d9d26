package io.kassa.pos.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.kassa.pos.scan.corpus.Frame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of codes as they reach a till. Everything random comes from a seed that the test names. */
final class Pictures {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Pictures() {}

    /** Text that looks like a signed receipt: three parts in the letters of base64url. */
    static String token(Random random, int length) {
        var token = new StringBuilder("eyJ");
        while (token.length() < length) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        token.setCharAt(length / 5, '.');
        token.setCharAt(length * 3 / 4, '.');
        return token.toString();
    }

    static BufferedImage code(String text, int pixelsPerModule) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, 4);
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            int side = modules.getWidth() * pixelsPerModule;
            var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    boolean black = modules.get(x / pixelsPerModule, y / pixelsPerModule);
                    image.getRaster().setSample(x, y, 0, black ? 0 : 255);
                }
            }
            return image;
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** The picture in the middle of a grey frame, turned and made this many pixels wide. */
    static BufferedImage frame(BufferedImage code, int width, int height, double side, double degrees) {
        var frame = blank(width, height, new Color(120, 120, 120));
        Graphics2D g = frame.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.translate(width / 2.0, height / 2.0);
        g.rotate(Math.toRadians(degrees));
        g.scale(side / code.getWidth(), side / code.getWidth());
        g.drawImage(code, -code.getWidth() / 2, -code.getHeight() / 2, null);
        g.dispose();
        return frame;
    }

    static BufferedImage blank(int width, int height, Color color) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(color);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    static BufferedImage blurred(BufferedImage image, int size) {
        float[] box = new float[size * size];
        Arrays.fill(box, 1f / box.length);
        var result = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        return new ConvolveOp(new Kernel(size, size, box), ConvolveOp.EDGE_NO_OP, null).filter(image, result);
    }

    static BufferedImage noisy(BufferedImage image, Random random, double strength) {
        var raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double noise = raster.getSample(x, y, 0) + random.nextGaussian() * strength;
                raster.setSample(x, y, 0, (int) Math.max(0, Math.min(255, noise)));
            }
        }
        return image;
    }

    static BufferedImage picture(Frame frame) {
        var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
        return image;
    }

    static byte[] grey(BufferedImage image) {
        byte[] pixels = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) image.getRaster().getSample(i % image.getWidth(), i / image.getWidth(), 0);
        }
        return pixels;
    }

    static byte[] file(BufferedImage image, String format) {
        try (var out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
