package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class RefusedPicturesTest {

    private final CodeReader reader = new CodeReader(Duration.ofSeconds(20));

    @Test
    void nothingIsEmpty() {
        assertThat(reader.read(new byte[0])).isEqualTo(refused(Reading.Reason.EMPTY));
        assertThat(reader.read(new byte[0], 0, 0)).isEqualTo(refused(Reading.Reason.EMPTY));
    }

    @Test
    void otherFormatsAreRefusedAlsoWhereTheJdkReadsThem() {
        byte[] gif = Pictures.file(Pictures.blank(100, 100, Color.WHITE), "gif");
        assertThat(reader.read(gif)).isEqualTo(refused(Reading.Reason.FORMAT));
        assertThat(reader.read("<svg/>".getBytes())).isEqualTo(refused(Reading.Reason.FORMAT));
    }

    @Test
    void aFrameWhosePixelsDoNotFitItsSizeIsBroken() {
        assertThat(reader.read(new byte[99], 10, 10)).isEqualTo(refused(Reading.Reason.BROKEN));
        assertThat(reader.read(new byte[100], -10, -10)).isEqualTo(refused(Reading.Reason.BROKEN));
        assertThat(reader.read(new byte[1], 65537, 65537)).isEqualTo(refused(Reading.Reason.BROKEN));
    }

    @Test
    void aFileThatEndsEarlyOrIsDamagedIsBrokenOrHoldsNothing() {
        byte[] png = Pictures.file(Pictures.code("hello", 5), "png");
        assertThat(reader.read(Arrays.copyOf(png, 30))).isEqualTo(refused(Reading.Reason.BROKEN));
        var random = new Random(9);
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] sound = Pictures.file(Pictures.code("hello", 5), format);
            for (int i = 0; i < 200; i++) {
                byte[] damaged = sound.clone();
                damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt();
                assertThat(reader.read(damaged)).isNotNull();
            }
        }
    }

    @Test
    void aSmallFileOfEnormousSizeIsRefusedWithoutRoomMadeForIt() {
        for (int side : new int[] {5_000, 60_000, Integer.MAX_VALUE}) {
            byte[] bomb = pngHeader(side, side);
            long before = allocated();
            assertThat(reader.read(bomb)).isEqualTo(refused(Reading.Reason.TOO_LARGE));
            assertThat(allocated() - before).as("bytes allocated").isLessThan(2_000_000);
        }
    }

    @Test
    void aJpegOfEnormousSizeIsRefused() {
        byte[] jpeg = Pictures.file(Pictures.blank(16, 16, Color.WHITE), "jpeg");
        int frame = indexOf(jpeg, 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 4, (short) 60_000).putShort(frame + 6, (short) 60_000);
        long before = allocated();
        assertThat(reader.read(jpeg)).isEqualTo(refused(Reading.Reason.TOO_LARGE));
        assertThat(allocated() - before).as("bytes allocated").isLessThan(2_000_000);
    }

    @Test
    void aJpegOfManyPassesIsRefused() {
        byte[] jpeg = Pictures.file(Pictures.blank(16, 16, Color.WHITE), "jpeg");
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes(jpeg);
        for (int i = 0; i < 100; i++) {
            bomb.write(0xFF);
            bomb.write(0xDA);
        }
        assertThat(reader.read(bomb.toByteArray())).isEqualTo(refused(Reading.Reason.TOO_LARGE));
    }

    @Test
    void aFileOfTooManyBytesIsRefused() {
        byte[] png = Pictures.file(Pictures.blank(16, 16, Color.WHITE), "png");
        assertThat(reader.read(Arrays.copyOf(png, PictureFile.MAX_BYTES + 1)))
                .isEqualTo(refused(Reading.Reason.TOO_LARGE));
    }

    @Test
    void whatIsTransparentIsWhite() {
        BufferedImage code = Pictures.code("hello", 5);
        var picture = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < code.getWidth() * code.getHeight(); i++) {
            int x = i % code.getWidth();
            int y = i / code.getWidth();
            picture.setRGB(x, y, code.getRaster().getSample(x, y, 0) == 0 ? 0xFF000000 : 0);
        }
        assertThat(reader.read(Pictures.file(picture, "png")).text()).contains("hello");
    }

    private static Reading refused(Reading.Reason reason) {
        return new Reading.Unreadable(reason);
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(33).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put("IHDR".getBytes()).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        var crc = new CRC32();
        crc.update(png.array(), 12, 17);
        return png.putInt((int) crc.getValue()).array();
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == marker) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no such marker");
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
