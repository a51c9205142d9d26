package io.kassa.itests.walk;

import org.openqa.selenium.By;

/** The three parts of a refusal as they stand on the screen, and its stable reason. */
record Guidance(String reason, String happened, String money, String next) {

    /** @param place the message, as a CSS selector */
    static Guidance in(Window window, String place) {
        return new Guidance(
                window.attribute(By.cssSelector(place), "data-reason"),
                window.text(By.cssSelector(place + " [data-testid='problem-happened']")),
                window.text(By.cssSelector(place + " [data-testid='problem-money']")),
                window.text(By.cssSelector(place + " [data-testid='problem-next']")));
    }
}
