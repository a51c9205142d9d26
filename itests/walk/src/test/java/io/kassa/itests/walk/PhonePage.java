package io.kassa.itests.walk;

import org.openqa.selenium.By;

/** The customer's phone. */
final class PhonePage {
    private final By balance = By.id("balance-" + Sandbox.BENEFIT);
    private final Window window;

    PhonePage(Window window, Sandbox sandbox) {
        this.window = window;
        window.open(sandbox.page("/phone"));
    }

    /** Pays the shop; the receipt is on the screen then. */
    void pays(String amount) {
        window.press(By.id("pay"));
        window.fill(By.id("venue-search"), "Kaisla");
        window.press(By.cssSelector("[data-venue='" + Sandbox.VENUE + "']"));
        window.press(By.cssSelector("[data-benefit='" + Sandbox.BENEFIT + "']"));
        window.fill(By.id("amount"), amount);
        window.press(By.id("confirm"));
        window.text(By.id("check"));
    }

    /** The whole phone, as a camera sees it that is pointed at it. */
    byte[] held() {
        return window.picture(By.id("screen"));
    }

    /** Presses "Check", and holds up the code. */
    byte[] checks() {
        window.press(By.id("check"));
        return window.picture(By.id("code"));
    }

    /** What the customer has left, in cents. */
    long balance() {
        return Long.parseLong(window.attribute(balance, "data-cents"));
    }

    /** Until the phone shows that, by itself. */
    void awaitBalance(long cents) {
        window.awaitAttribute(balance, "data-cents", Long.toString(cents));
    }

    Window window() {
        return window;
    }
}
