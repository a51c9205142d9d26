package io.kassa.pos.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTest {

    private static final Outline ANYWHERE = Outline.of(0, 0, 1, 0, 1, 1, 0, 1);

    private final CodeReader reader = new CodeReader(Duration.ofSeconds(20));

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void everyPerfectPictureOfALongReceiptIsRead(int pixelsPerModule) {
        var random = new Random(pixelsPerModule);
        List<Integer> missed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String token = Pictures.token(random, 600 + random.nextInt(100));
            if (!read(Pictures.code(token, pixelsPerModule)).text().equals(Optional.of(token))) {
                missed.add(i);
            }
        }
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 440, 1, 0", "7, 440, 1, 8", "31, 360, 1, 8", "45, 350, 3, 0", "180, 440, 1, 12", "271, 420, 2, 5"})
    void aCameraFrameIsRead(double degrees, double side, int blur, double noise) {
        String token = Pictures.token(new Random(1), 500);
        BufferedImage frame = Pictures.frame(Pictures.code(token, 8), 640, 480, side, degrees);
        assertThat(read(Pictures.noisy(Pictures.blurred(frame, blur), new Random(2), noise))
                        .text())
                .contains(token);
    }

    @Test
    void aPhoneInDarkModeIsRead() {
        String token = Pictures.token(new Random(3), 600);
        byte[] pixels = Pictures.grey(Pictures.code(token, 4));
        int side = (int) Math.sqrt(pixels.length);
        assertThat(reader.read(new Grey(pixels, side, side).inverted().pixels(), side, side)
                        .text())
                .contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureFileOfAPhoneCameraIsRead(String format) {
        String token = Pictures.token(new Random(4), 650);
        byte[] file = Pictures.file(Pictures.frame(Pictures.code(token, 8), 4000, 3000, 1500, 12), format);
        assertThat(reader.read(file).text()).contains(token);
    }

    @Test
    void ofSeveralCodesOneIsRead() {
        List<String> tokens = List.of(Pictures.token(new Random(5), 80), Pictures.token(new Random(6), 80));
        var frame = Pictures.blank(640, 480, Color.WHITE);
        frame.getRaster().setRect(20, 100, Pictures.code(tokens.get(0), 5).getRaster());
        frame.getRaster().setRect(330, 100, Pictures.code(tokens.get(1), 5).getRaster());
        assertThat(read(frame).text())
                .hasValueSatisfying(text -> assertThat(tokens).contains(text));
    }

    @Test
    void whatHoldsNoCodeIsNotRead() {
        assertThat(read(Pictures.blank(640, 480, Color.WHITE))).isEqualTo(new Reading.NothingFound(false));
        assertThat(read(Pictures.noisy(Pictures.blank(640, 480, Color.GRAY), new Random(7), 60)))
                .isEqualTo(new Reading.NothingFound(false));
        assertThat(read(Pictures.blank(1, 1, Color.BLACK))).isEqualTo(new Reading.NothingFound(false));
        assertThat(read(Pictures.blank(3000, 2, Color.BLACK))).isEqualTo(new Reading.NothingFound(false));
    }

    @Test
    void aCodeThatCannotBeReadIsSaidToBeInView() {
        BufferedImage frame = Pictures.frame(Pictures.code(Pictures.token(new Random(8), 300), 6), 640, 480, 380, 0);
        Graphics2D brush = frame.createGraphics();
        brush.setColor(Color.LIGHT_GRAY);
        brush.fillRect(250, 160, 140, 160);
        brush.dispose();
        assertThat(read(frame)).isEqualTo(new Reading.NothingFound(true));
    }

    @Test
    void noAttemptBeginsWhenTheTimeIsUp() {
        var now = new AtomicLong();
        int[] looks = {0};
        var impatient = new CodeReader(Duration.ofNanos(2), () -> {
            looks[0]++;
            return now.getAndIncrement();
        });
        assertThat(impatient.read(new byte[100], 10, 10)).isEqualTo(new Reading.NothingFound(false));
        assertThat(looks[0])
                .as("looks at the clock: at the start and after each of two attempts")
                .isEqualTo(3);
    }

    @Test
    void aFrameIsNotChangedByReadingIt() {
        byte[] pixels = Pictures.grey(Pictures.noisy(Pictures.blank(200, 100, Color.GRAY), new Random(8), 60));
        byte[] before = pixels.clone();
        reader.read(pixels, 200, 100);
        assertThat(pixels).isEqualTo(before);
    }

    @Test
    void manyThreadsShareOneReader() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String token = Pictures.token(new Random(i), 500);
                BufferedImage frame = Pictures.blurred(Pictures.frame(Pictures.code(token, 8), 640, 480, 350, i), 3);
                tasks.add(
                        () -> reader.read(Pictures.grey(frame), 640, 480).text().equals(Optional.of(token)));
            }
            int right = 0;
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                right += result.get() ? 1 : 0;
            }
            assertThat(right).isEqualTo(40);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTextThatWasFoundIsNotPrinted() {
        assertThat(new Reading.Found(new Reading.Code("eyJsecret", ANYWHERE), List::of, Stage.PLAIN, Duration.ZERO)
                        .toString())
                .isEqualTo("Found[Code[9 characters], PLAIN]");
    }

    private Reading read(BufferedImage image) {
        return reader.read(Pictures.grey(image), image.getWidth(), image.getHeight());
    }
}
