package io.kassa.itests.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** A page as a person uses it: things are found by their {@code data-testid}, and every look waits a bounded time. */
final class Window {
    private static final int BUSY = 520;
    private final Browser browser;
    private final Looks looks;
    private final String handle;

    Window(Browser browser, String handle) {
        this.browser = browser;
        this.looks = new Looks(browser.driver());
        this.handle = handle;
    }

    String handle() {
        return handle;
    }

    void open(URI page) {
        browser.in(this, () -> {
            driver().get(page.toString());
            return this;
        });
    }

    /** Cookies, that is who is logged in. The page that loses them may complain about that; it is left, and this is not kept. */
    void forgetsEverything() {
        browser.in(this, () -> {
            driver().manage().deleteAllCookies();
            driver().get("about:blank");
            return browser.complaints();
        });
    }

    void press(String id) {
        press(byId(id));
    }

    void press(By place) {
        act(place, WebElement::click);
    }

    /** Replaces what stands in a field. */
    void fill(String id, String text) {
        fill(byId(id), text);
    }

    void fill(By place, String text) {
        act(place, field -> {
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            field.sendKeys(text);
        });
    }

    /** Gives a file to a file field, which people see as a button. */
    void give(By place, Path file) {
        look(place + " takes a file", place, found -> {
            found.sendKeys(file.toString());
            return Optional.of(true);
        });
    }

    /** Types as a hand scanner does: to whatever has the focus. */
    void typeAnywhere(CharSequence... keys) {
        browser.in(this, () -> {
            new Actions(driver()).sendKeys(keys).perform();
            return this;
        });
    }

    /** What is to be read there, as soon as it is there. */
    String text(String id) {
        return text(byId(id));
    }

    String text(By place) {
        return look(
                place + " is shown", place, found -> found.isDisplayed() ? Optional.of(said(found)) : Optional.empty());
    }

    /** Waits until what is to be read there is as wanted. */
    String textWhere(String id, String what, Predicate<String> wanted) {
        return textWhere(byId(id), what, wanted);
    }

    String textWhere(By place, String what, Predicate<String> wanted) {
        return look(place + " " + what, place, found -> Optional.of(said(found)).filter(wanted));
    }

    /** From now on writes down whatever stands there, however short; {@link #said} reads it. */
    void notesWhatSays(String id) {
        browser.in(
                this,
                () -> driver().executeScript(
                                "const id = arguments[0]; window.said = []; new MutationObserver(() => {"
                                        + " const there = document.querySelector(`[data-testid='${id}']`);"
                                        + " if (there) window.said.push(there.textContent.trim());"
                                        + "}).observe(document.body, {subtree: true, childList: true, characterData: true});"
                                        + " return true",
                                id));
    }

    List<?> said() {
        return browser.in(this, () -> (List<?>) driver().executeScript("return window.said"));
    }

    /** From now on writes down which tones sound; {@link #tones} and {@link #allTones} read them. */
    void notesTones() {
        runs("""
                window.tones = [];
                const start = OscillatorNode.prototype.start;
                OscillatorNode.prototype.start = function (...given) {
                    window.tones.push(this.frequency.value);
                    return start.apply(this, given);
                };
                """);
    }

    /**
     * Their pitches in Hz, one after the other, with commas between; but for the short one that says that an answer takes long,
     * as on a busy machine it may.
     */
    String tones() {
        return runs("return window.tones.filter((pitch) => pitch !== " + BUSY + ").join()");
    }

    /** The same, none left out: for a test that says itself when an answer takes long. */
    String allTones() {
        return runs("return window.tones.join()");
    }

    void awaitBusyTone() {
        Eventually.within(
                Duration.ofSeconds(10),
                "it is heard that the answer takes long",
                () -> Optional.of(runs("return window.tones.includes(" + BUSY + ")"))
                        .filter("true"::equals));
    }

    void awaitText(String id, String part) {
        textWhere(id, "says \"" + part + "\"", text -> text.contains(part));
    }

    String attribute(By place, String name) {
        return look(place + " has " + name, place, found -> Optional.ofNullable(found.getDomAttribute(name)));
    }

    void awaitAttribute(By place, String name, String value) {
        look(
                place + " has " + name + " " + value,
                place,
                found -> value.equals(found.getDomAttribute(name)) ? Optional.of(true) : Optional.empty());
    }

    boolean usable(By place) {
        return look(place + " is there", place, found -> Optional.of(found.isEnabled()));
    }

    void awaitUsable(By place, boolean usable) {
        look(
                place + (usable ? " can" : " cannot") + " be used",
                place,
                found -> found.isEnabled() == usable ? Optional.of(true) : Optional.empty());
    }

    void awaitThere(String id) {
        text(id);
    }

    void awaitGone(String id) {
        awaitGone(byId(id));
    }

    void awaitGone(By place) {
        awaitCount(place, 0);
    }

    void awaitCount(By place, int count) {
        browser.in(
                this,
                () -> looks.all(
                        count + " of " + place,
                        place,
                        found -> shown(found).size() == count ? Optional.of(true) : Optional.empty()));
    }

    boolean has(String id) {
        return has(byId(id));
    }

    boolean has(By place) {
        return !all(place).isEmpty();
    }

    /** What each of these says, at this moment. */
    List<String> all(String id) {
        return all(byId(id));
    }

    List<String> all(By place) {
        return browser.in(this, () -> looks.all("all " + place, place, found -> Optional.of(shown(found))));
    }

    private static List<String> shown(List<WebElement> found) {
        return found.stream().filter(WebElement::isDisplayed).map(Window::said).toList();
    }

    /** Whether the focus is in there; the browser's own bar, which the page gives it to for a moment, counts too. */
    boolean focusIn(By place) {
        return look(
                place + " is there",
                place,
                found -> Optional.of((Boolean) driver().executeScript(
                                "const at = document.activeElement; return at === document.body || arguments[0].contains(at)",
                                found)));
    }

    /** The whole page, as a person reads it. */
    String everything() {
        return browser.in(this, () -> driver().findElement(By.tagName("body")).getText());
    }

    /** The whole page, as the browser knows it. */
    String source() {
        return browser.in(this, () -> {
            Object source = driver().executeScript("return document.documentElement.outerHTML");
            return String.valueOf(source);
        });
    }

    /** What stands in the fields of the page, which its source does not show. */
    String fields() {
        return browser.in(
                this,
                () -> String.valueOf(
                        driver().executeScript("return [...document.querySelectorAll('input, textarea, select')]"
                                + ".map(field => field.value).join('\\n')")));
    }

    /** Keeps what the page looks like, for people to look at after the tests. */
    void picture(String name) {
        picture(Project.screenshots().resolve(name + ".png"));
    }

    /** The same; with {@code -Dwalk.screenshots=docs} also where the documentation shows it. */
    void pictureForDocs(String name) {
        picture(name);
        if ("docs".equals(System.getProperty("walk.screenshots"))) {
            picture(Project.top().resolve("docs/images/" + name + ".png"));
        }
    }

    private void picture(Path file) {
        byte[] png = browser.in(this, () -> driver().getScreenshotAs(OutputType.BYTES));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of several that share a test id, by what distinguishes it. */
    static By byId(String id, String attribute, String value) {
        return By.cssSelector("[data-testid='" + id + "'][data-" + attribute + "='" + value + "']");
    }

    /** What one thing on the page looks like. */
    byte[] picture(By place) {
        return look(
                place + " can be seen",
                place,
                found -> found.isDisplayed() ? Optional.of(found.getScreenshotAs(OutputType.BYTES)) : Optional.empty());
    }

    /** Pastes text to whatever has the focus. */
    void paste(String text) {
        browser.in(this, () -> driver().executeScript("""
                const transfer = new DataTransfer();
                transfer.setData('text/plain', arguments[0]);
                document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', {clipboardData: transfer, bubbles: true, cancelable: true}));
                """, text));
    }

    /** Lets the page ask who is logged in, as after a login in another window, and keeps the answer from it. */
    void holdsUpAnAnswerAboutTheSession() {
        browser.in(this, () -> driver().executeAsyncScript("""
                const done = arguments[0];
                const real = window.fetch;
                const held = new Promise((resolve) => (window.letGo = resolve));
                window.fetch = async (path, request) => {
                  const answer = await real(path, request);
                  if (path === '/api/session' && !request.method) {
                    window.fetch = real;
                    done();
                    await held;
                  }
                  return answer;
                };
                new BroadcastChannel('kassa.session').postMessage('changed');
                """));
    }

    /** Returns when the page has had time to draw what it makes of it. */
    void takesTheAnswerThatWasHeldUp() {
        browser.in(this, () -> driver().executeAsyncScript("window.letGo(); setTimeout(arguments[0], 300);"));
    }

    /** Runs a script in the page, to give its browser what no test machine has, and returns what it says. */
    String runs(String script) {
        return browser.in(this, () -> String.valueOf(driver().executeScript(script)));
    }

    static By byId(String id) {
        return By.cssSelector("[data-testid='" + id + "']");
    }

    private void act(By place, Consumer<WebElement> action) {
        look(place + " can be used", place, found -> {
            if (!found.isEnabled()) {
                return Optional.empty();
            }
            action.accept(found);
            return Optional.of(true);
        });
    }

    private <T> T look(String what, By place, Function<WebElement, Optional<T>> look) {
        return browser.in(this, () -> looks.first(what, place, look));
    }

    private static String said(WebElement element) {
        return element.getText().replace('\u00a0', ' ');
    }

    private ChromeDriver driver() {
        return browser.driver();
    }
}
