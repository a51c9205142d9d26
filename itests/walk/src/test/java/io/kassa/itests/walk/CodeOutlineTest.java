package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The live picture shows which code the till means, by a frame round it. */
class CodeOutlineTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private static final By OUTLINE = Window.byId("outline");
    private static final By SCAN_STATE = Window.byId("scan-state");

    /** In screen pixels; the frame's own line is six wide. */
    private static final int NEAR = 8;

    @ParameterizedTest
    @CsvSource({"environment, 4 / 3", "user, 4 / 3", "environment, 16 / 9", "user, 16 / 9", "user, 3 / 4"})
    void theFrameIsRoundTheCodeHoweverThePictureIsMirroredAndCut(String facing, String shape) throws IOException {
        Window office = SHOP.window();
        office.open(SHOP.till().page("/configuration"));
        office.runs("MediaStreamTrack.prototype.getSettings = () => ({ facingMode: '" + facing + "' });");
        office.press("config-scanner");
        office.awaitAttribute(Window.byId("camera"), "data-on", "true");
        office.runs("document.querySelector('.preview').style.aspectRatio = '" + shape + "'");
        SHOP.camera().sees(SHOP.sandbox().pays(1000).picture(), 150, 80, 300);
        office.awaitAttribute(OUTLINE, "data-state", "found");
        String name = "outline " + facing + " " + shape;
        office.picture(name.replaceAll("[^a-z0-9]+", "-"));

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(office.picture(Window.byId("camera"))));
        Rectangle code = around(shown, rgb -> red(rgb) < 45 && green(rgb) < 45 && blue(rgb) < 45);
        Rectangle frame = around(
                shown,
                rgb -> Math.abs(red(rgb) - 0x3d) < 20
                        && Math.abs(green(rgb) - 0xdc) < 20
                        && Math.abs(blue(rgb) - 0x84) < 20);
        assertThat(code.width).as("the code on the screen, in pixels").isGreaterThan(100);
        assertThat((double) frame.x).as("left").isCloseTo(code.x, within((double) NEAR));
        assertThat((double) frame.y).as("top").isCloseTo(code.y, within((double) NEAR));
        assertThat(frame.getMaxX()).as("right").isCloseTo(code.getMaxX(), within((double) NEAR));
        assertThat(frame.getMaxY()).as("bottom").isCloseTo(code.getMaxY(), within((double) NEAR));
        SHOP.camera().seesNothing();
        office.awaitGone("outline");
    }

    @Test
    void itIsYellowWhileTheAnswerTakesLongAndRedWhenTheCodeIsRefused() {
        Window window = SHOP.window();
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        holdsUpFrames(window);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(SHOP.sandbox().issues("OTHER_VENUE", 1000).picture(), 150, 80, 300);
        window.awaitAttribute(OUTLINE, "data-state", "busy");
        assertThat(window.attribute(SCAN_STATE, "data-state")).isEqualTo("checking");
        window.picture("outline-busy");
        assertThat(heard(window, "code", 1)).contains("code 1 1").isSubsetOf("code 1 1", "nothing 0 0");
        window.runs("window.letGo()");
        modal.problem("receipt.other-venue");
        window.awaitAttribute(OUTLINE, "data-state", "refused");
        window.picture("outline-refused");
        modal.cancels();
    }

    @Test
    void whereNoCodeIsInViewNothingIsHeardHoweverLongTheAnswerTakes() {
        Window window = SHOP.window();
        SHOP.camera().seesNothing();
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        holdsUpFrames(window);
        Modal modal = register.pays(METHOD).awaitCamera();
        window.awaitAttribute(SCAN_STATE, "data-state", "checking");
        assertThat(heard(window, "nothing", 2)).containsOnly("nothing 0 0");
        assertThat(window.allTones()).isEmpty();
        modal.cancels();
    }

    /**
     * Holds each frame up until the page has asked where its codes are, and then some, one with a code until it is let go, and writes
     * down how often it was heard that the answer takes long: soon after the page knew, and in all.
     */
    private static void holdsUpFrames(Window window) {
        window.notesTones();
        window.runs("""
                window.heard = [];
                const real = window.fetch;
                const pause = (millis) => new Promise((done) => setTimeout(done, millis));
                const busy = () => window.tones.filter((pitch) => pitch === 520).length;
                const held = new Promise((done) => (window.letGo = done));
                let pass;
                window.fetch = async (path, request) => {
                    if (String(path).includes('/picture')) await Promise.race([held, new Promise((done) => (pass = done))]);
                    const answer = real(path, request);
                    if (String(path).includes('/outlines')) listen(await answer.then((one) => one.clone().json()));
                    return answer;
                };
                const listen = async ({ outlines }) => {
                    const before = busy();
                    await pause(400);
                    const soon = busy() - before;
                    await pause(1600);
                    window.heard.push(`${outlines.length ? 'code' : 'nothing'} ${soon} ${busy() - before}`);
                    if (!outlines.length) pass();
                };
                """);
    }

    /** What was heard of frames until so many of a kind were held up. */
    private static List<String> heard(Window window, String kind, int frames) {
        return Eventually.within(
                Duration.ofSeconds(20),
                frames + " frames were held up, in view: " + kind,
                () -> Optional.of(window.runs("return window.heard.join()"))
                        .map(heard -> List.of(heard.split(",")))
                        .filter(heard -> heard.stream()
                                        .filter(each -> each.startsWith(kind))
                                        .count()
                                >= frames));
    }

    private static Rectangle around(BufferedImage shown, IntPredicate wanted) {
        Rectangle all = new Rectangle(-1, -1);
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                if (wanted.test(shown.getRGB(x, y))) {
                    all.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return all;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    private static int blue(int rgb) {
        return rgb & 0xFF;
    }
}
