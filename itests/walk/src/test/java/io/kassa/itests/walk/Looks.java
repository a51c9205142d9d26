package io.kassa.itests.walk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Looks at a page until it shows what is looked for. Pages redraw while they are looked at; then one looks again. */
final class Looks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebDriver driver;

    Looks(WebDriver driver) {
        this.driver = driver;
    }

    /** What the look finds in the first thing at a place. */
    <T> T first(String what, By place, Function<WebElement, Optional<T>> look) {
        return until(what, () -> driver.findElements(place).stream().findFirst().flatMap(look));
    }

    /** What the look finds in all things at a place. */
    <T> T all(String what, By place, Function<List<WebElement>, Optional<T>> look) {
        return until(what, () -> look.apply(driver.findElements(place)));
    }

    private static <T> T until(String what, Supplier<Optional<T>> look) {
        return Eventually.within(PATIENCE, what, () -> {
            try {
                return look.get();
            } catch (StaleElementReferenceException | ElementNotInteractableException e) {
                return Optional.empty();
            }
        });
    }
}
