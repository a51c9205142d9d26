package io.kassa.itests.walk;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A camera that films whatever picture is held before it. Chromium plays a file of raw frames (YUV4MPEG2) over and over, and
 * reads every frame from the file anew: writing other frames over the old ones changes what a running browser sees.
 */
final class FakeCamera {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final byte[] HEADER = ascii("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F15:1 Ip A1:1 C420jpeg\n");
    private static final byte[] FRAME = ascii("FRAME\n");
    private static final int DESK = 0x60;

    private final Path file;

    private FakeCamera(Path file) {
        this.file = file;
    }

    static FakeCamera in(Path folder) {
        FakeCamera camera = new FakeCamera(folder.resolve("camera.y4m"));
        camera.seesNothing();
        return camera;
    }

    Path file() {
        return file;
    }

    /** An empty desk. */
    void seesNothing() {
        write(desk());
    }

    /** A picture file held before the camera, as large as fits. */
    void sees(byte[] picture) {
        sees(read(picture));
    }

    /** A square picture file somewhere before the camera, in the pixels of its frames. */
    void sees(byte[] picture, int left, int top, int side) {
        BufferedImage desk = desk();
        draw(read(picture), desk, left, top, side, side);
        write(desk);
    }

    /** Two square picture files side by side. */
    void sees(byte[] left, byte[] right) {
        BufferedImage desk = desk();
        int side = WIDTH / 2;
        draw(read(left), desk, 0, (HEIGHT - side) / 2, side, side);
        draw(read(right), desk, side, (HEIGHT - side) / 2, side, side);
        write(desk);
    }

    private void sees(BufferedImage picture) {
        BufferedImage desk = desk();
        double scale = Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        draw(picture, desk, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
        write(desk);
    }

    private static void draw(BufferedImage picture, BufferedImage desk, int left, int top, int width, int height) {
        Graphics2D brush = desk.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.drawImage(picture, left, top, width, height, null);
        brush.dispose();
    }

    private static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage desk() {
        BufferedImage desk = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        byte[] light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, (byte) DESK);
        desk.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, light);
        return desk;
    }

    private void write(BufferedImage grey) {
        byte[] light = (byte[]) grey.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, null);
        byte[] noColour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(noColour, (byte) 0x80);
        try (RandomAccessFile frames = new RandomAccessFile(file.toFile(), "rw")) {
            frames.write(HEADER);
            frames.write(FRAME);
            frames.write(light);
            frames.write(noColour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
