package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The modal of a payment or refund under way, whatever it asks. */
final class Modal {
    private static final By STEP = Window.byId("attempt");

    private final Window window;

    Modal(Window window) {
        this.window = window;
        window.text(STEP);
    }

    String title() {
        return window.text(By.cssSelector("[data-testid='attempt'] [data-testid='dialog-title']"));
    }

    String help() {
        return window.text("scan-help");
    }

    /** Until the camera's picture moves. */
    Modal awaitCamera() {
        window.awaitAttribute(Window.byId("camera"), "data-on", "true");
        return this;
    }

    /** Until the camera's picture is no empty desk any more. */
    void awaitSomethingInView() {
        Eventually.within(Duration.ofSeconds(10), "the camera sees something", () -> {
            String contrast = window.runs("""
                    const video = document.querySelector("[data-testid='camera'] video");
                    const small = new OffscreenCanvas(64, 48).getContext('2d');
                    small.drawImage(video, 0, 0, 64, 48);
                    const light = small.getImageData(0, 0, 64, 48).data.filter((_, at) => at % 4 === 0);
                    return Math.max(...light) - Math.min(...light);
                    """);
            return Double.parseDouble(contrast) > 100 ? Optional.of(true) : Optional.empty();
        });
    }

    /** A hand scanner types, to whatever has the focus. */
    void handScanner(CharSequence... keys) {
        window.typeAnywhere(keys);
    }

    void pasted(String text) {
        window.paste(text);
    }

    void picture(Path file) {
        window.give(Window.byId("picture-file"), file);
    }

    /** The languages of the modal itself: those of the page are covered by it. */
    void speaks(String language) {
        window.press(By.cssSelector("[data-testid='attempt'] [data-testid='language-" + language + "']"));
    }

    /** Moves the focus on, so often; it comes round inside the modal. */
    void tabs(int times) {
        for (int i = 0; i < times; i++) {
            window.typeAnywhere(Keys.TAB);
            assertThat(window.focusIn(STEP))
                    .as("the focus after " + (i + 1) + " tabs")
                    .isTrue();
        }
    }

    /** Where the focus is, by what the page calls it; nothing when the browser's own bar has it. */
    String focus() {
        return window.runs(
                "return document.activeElement === document.body ? '' : document.activeElement.dataset.testid");
    }

    /** "Enter number": no scanner, no camera. */
    void entersNumber() {
        window.press("detour-enter-number");
    }

    void givesReason(String reason) {
        window.fill("reason-text", reason);
        window.press("reason-ok");
    }

    void amount(String amount) {
        window.fill("attempt-amount", amount);
        window.press("attempt-ok");
    }

    void text(String text) {
        window.fill("attempt-text", text);
        window.press("attempt-ok");
    }

    /** What there is to confirm, once it is about that. */
    String question(String about) {
        return window.textWhere("confirm-lines", "is about " + about, text -> text.contains(about));
    }

    /** What there is to confirm. */
    String question() {
        return window.text("confirm-lines");
    }

    void confirms() {
        window.press("attempt-ok");
    }

    /** Why the answer before was refused; the same step is asked again. */
    Guidance problem(String reason) {
        return Guidance.in(window, "[data-testid='attempt'] [data-testid='problem'][data-reason='" + reason + "']");
    }

    /** How it ended, when it did not simply work. */
    Guidance ended() {
        return Guidance.in(window, "[data-testid='attempt-ended']");
    }

    void read() {
        window.press("attempt-ok");
        awaitClosed();
    }

    void cancels() {
        window.press("attempt-cancel");
        awaitClosed();
    }

    void awaitClosed() {
        window.awaitGone(STEP);
    }

    boolean open() {
        return window.has(STEP);
    }
}
