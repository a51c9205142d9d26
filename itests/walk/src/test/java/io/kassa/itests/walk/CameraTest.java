package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras as shops have them: taken, forbidden, unplugged, with a light, facing the cashier. */
class CameraTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    /** Keeps the camera's stream where a test can pull its plug. */
    private static final String KEEPS_STREAM = """
            const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wanted) => (window.stream = await open(wanted));
            """;

    /** Says which camera was asked for; both of them see what the one camera sees. */
    private static final String TWO_CAMERAS = """
            const devices = navigator.mediaDevices;
            const open = devices.getUserMedia.bind(devices);
            window.asked = [];
            devices.enumerateDevices = async () =>
              ['till', 'desk'].map((deviceId) => ({ kind: 'videoinput', deviceId, label: deviceId }));
            devices.getUserMedia = async ({ video: { width, height, deviceId } }) => {
              asked.push(deviceId?.exact ?? 'any');
              if (deviceId && deviceId.exact === window.unplugged) throw new DOMException('', 'OverconstrainedError');
              return open({ video: { width, height } });
            };
            """;

    private SmartumReceipt receipt;
    private RegisterPage register;
    private Window window;

    @BeforeEach
    void sells() {
        receipt = SHOP.sandbox().pays(1000);
        register = SHOP.register(Shop.FIRST).sells(GYM);
        window = SHOP.window();
    }

    @ParameterizedTest
    @CsvSource({"NotReadableError, camera.busy", "NotAllowedError, camera.denied", "NotFoundError, camera.none"})
    void whyThereIsNoPictureIsSaidAndTheScannerStillReads(String error, String problem) {
        window.runs(
                "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '" + error + "'); }");
        Modal modal = register.pays(METHOD);
        window.awaitAttribute(Window.byId("camera-problem"), "data-problem", problem);
        window.picture("w-" + problem);
        modal.handScanner(receipt.text());
        paid(modal);
    }

    @Test
    void aCameraThatIsUnpluggedIsMissedAndTakenAgainWhenItIsBack() {
        window.runs(KEEPS_STREAM);
        Modal modal = register.pays(METHOD).awaitCamera();
        window.runs("const [track] = stream.getVideoTracks(); track.stop(); track.dispatchEvent(new Event('ended'));");
        window.awaitAttribute(Window.byId("camera-problem"), "data-problem", "camera.gone");
        window.runs("navigator.mediaDevices.dispatchEvent(new Event('devicechange'));");
        modal.awaitCamera();
        SHOP.camera().sees(receipt.picture());
        paid(modal);
        assertThat(SHOP.admin().text("/metrics")).containsPattern("kassa_camera_to_answer_seconds_count [1-9]");
    }

    /** A phone's camera says which way it looks; one of a desk does not, and is known by its name. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "user, USB camera, 'matrix(-1, 0, 0, 1, 0, 0)'",
        "'', Integrated Camera, 'matrix(-1, 0, 0, 1, 0, 0)'",
        "environment, Integrated Camera, none",
        "'', USB camera, none"
    })
    void aCameraThatFacesTheCashierIsMirrored_forThePersonAndNotForTheReader_andNoOtherIs(
            String facing, String name, String transform) {
        window.runs("""
                MediaStreamTrack.prototype.getSettings = () => ({ facingMode: '%s' });
                Object.defineProperty(MediaStreamTrack.prototype, 'label', { get: () => '%s' });
                """.formatted(facing, name));
        Modal modal = register.pays(METHOD).awaitCamera();
        assertThat(window.runs(
                        "return getComputedStyle(document.querySelector('[data-testid=camera] video')).transform"))
                .isEqualTo(transform);
        SHOP.camera().sees(receipt.picture());
        paid(modal);
    }

    @Test
    void theCameraThatWasChosenIsTakenAgain_andAnotherWhereItIsNotPluggedIn() {
        window.runs(TWO_CAMERAS);
        Modal modal = register.pays(METHOD).awaitCamera();
        assertThat(window.runs("return asked.join()")).isEqualTo("any");
        window.runs("""
                const choice = document.querySelector('[data-testid=camera-choice]');
                choice.value = 'desk';
                choice.dispatchEvent(new Event('change', { bubbles: true }));
                """);
        awaitAsked("any,desk");
        modal.awaitCamera().cancels();

        modal = register.pays(METHOD).awaitCamera();
        awaitAsked("any,desk,desk");
        modal.cancels();

        window.runs("window.unplugged = 'desk'");
        modal = register.pays(METHOD).awaitCamera();
        awaitAsked("any,desk,desk,desk,any");
        SHOP.camera().sees(receipt.picture());
        paid(modal);
    }

    private void awaitAsked(String cameras) {
        Eventually.within(
                Duration.ofSeconds(10),
                cameras,
                () -> Optional.of(window.runs("return asked.join()")).filter(cameras::equals));
    }

    @Test
    void aLightIsLitAndPutOut() {
        window.runs("""
                MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
                MediaStreamTrack.prototype.applyConstraints = async (wanted) => { window.lit = wanted.advanced[0].torch; };
                """);
        Modal modal = register.pays(METHOD).awaitCamera();
        window.press("camera-light");
        window.awaitAttribute(Window.byId("camera-light"), "aria-pressed", "true");
        assertThat(window.runs("return window.lit")).isEqualTo("true");
        window.press("camera-light");
        window.awaitAttribute(Window.byId("camera-light"), "aria-pressed", "false");
        assertThat(window.runs("return window.lit")).isEqualTo("false");
        modal.cancels();
    }

    @ParameterizedTest
    @ValueSource(strings = {"() => ({})", "() => ({ torch: false })", "undefined"})
    void whereThereIsNoLightNoneIsOffered(String capabilities) {
        window.runs("MediaStreamTrack.prototype.getCapabilities = " + capabilities);
        Modal modal = register.pays(METHOD).awaitCamera();
        window.awaitThere("sound");
        assertThat(window.has("camera-light")).isFalse();
        modal.cancels();
    }

    @Test
    void framesNeverPileUpHoweverSlowTheTillIs() {
        window.runs("""
                const real = window.fetch;
                window.under = 0; window.most = 0; window.sent = 0;
                window.fetch = async (path, request) => {
                    if (!String(path).includes('/picture')) return real(path, request);
                    window.sent += 1;
                    window.most = Math.max(window.most, ++window.under);
                    await new Promise((done) => setTimeout(done, 900));
                    try { return await real(path, request); } finally { window.under -= 1; }
                };
                """);
        Modal modal = register.pays(METHOD).awaitCamera();
        // a person types in between, which pauses the camera while a frame is on its way
        window.typeAnywhere("abcdefghij");
        window.awaitAttribute(Window.byId("scan-state"), "data-state", "checking");
        Eventually.within(
                Duration.ofSeconds(20),
                "four frames",
                () -> Integer.parseInt(window.runs("return window.sent")) >= 4 ? Optional.of(true) : Optional.empty());
        assertThat(window.runs("return window.most")).isEqualTo("1");
        modal.cancels();
    }

    @Test
    void whatIsAcceptedOrRefusedIsHeardUntilTheSoundIsTurnedOff() {
        window.notesTones();
        Modal modal = register.pays(METHOD);
        modal.pasted("https://example.com/no-receipt");
        modal.problem("receipt.web-link");
        assertThat(window.tones()).isEqualTo("330,220");
        window.press("sound");
        modal.pasted(receipt.text());
        paid(modal);
        assertThat(window.tones()).isEqualTo("330,220");

        receipt = SHOP.sandbox().pays(1000);
        register = SHOP.register(Shop.FIRST).sells(GYM);
        window.notesTones();
        modal = register.pays(METHOD);
        assertThat(window.text("sound")).isEqualTo("Sound is off");
        window.press("sound");
        modal.pasted(receipt.text());
        paid(modal);
        assertThat(window.tones()).isEqualTo("880,1320");
    }

    private void paid(Modal modal) {
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
    }
}
