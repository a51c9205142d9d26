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
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** A page as a person uses it: things are found by their {@code data-testid}, and every look waits a bounded time. */
final class Window {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Browser browser;
    private final String handle;

    Window(Browser browser, String handle) {
        this.browser = browser;
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

    void reload() {
        browser.in(this, () -> {
            driver().navigate().refresh();
            return this;
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
        return look(id + " " + what, byId(id), found -> Optional.of(said(found)).filter(wanted));
    }

    void awaitText(String id, String part) {
        textWhere(id, "says \"" + part + "\"", text -> text.contains(part));
    }

    String attribute(String id, String name) {
        return look(id + " has " + name, byId(id), found -> Optional.ofNullable(found.getDomAttribute(name)));
    }

    boolean usable(String id) {
        return look(id + " is there", byId(id), found -> Optional.of(found.isEnabled()));
    }

    void awaitUsable(String id, boolean usable) {
        look(
                id + (usable ? " can" : " cannot") + " be used",
                byId(id),
                found -> found.isEnabled() == usable ? Optional.of(true) : Optional.empty());
    }

    void awaitThere(String id) {
        text(id);
    }

    void awaitGone(String id) {
        await(id + " is gone", () -> has(id) ? Optional.empty() : Optional.of(true));
    }

    boolean has(String id) {
        return !all(id).isEmpty();
    }

    /** What each of these says, at this moment. */
    List<String> all(String id) {
        return await(
                "the " + id + " stand still",
                () -> Optional.of(driver().findElements(byId(id)).stream()
                        .filter(WebElement::isDisplayed)
                        .map(Window::said)
                        .toList()));
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

    void picture(String name) {
        byte[] png = browser.in(this, () -> driver().getScreenshotAs(OutputType.BYTES));
        try {
            Files.write(Project.screenshots().resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return await(
                what, () -> driver().findElements(place).stream().findFirst().flatMap(look));
    }

    /** Pages redraw while they are looked at; then one looks again. */
    private <T> T await(String what, Supplier<Optional<T>> look) {
        return browser.in(
                this,
                () -> Eventually.within(PATIENCE, what, () -> {
                    try {
                        return look.get();
                    } catch (StaleElementReferenceException | ElementNotInteractableException e) {
                        return Optional.empty();
                    }
                }));
    }

    private static String said(WebElement element) {
        return element.getText().replace('\u00a0', ' ');
    }

    private ChromeDriver driver() {
        return browser.driver();
    }
}
