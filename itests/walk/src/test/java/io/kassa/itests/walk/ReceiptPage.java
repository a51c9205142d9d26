package io.kassa.itests.walk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;

/** One sale receipt, and what goes back of it. */
final class ReceiptPage {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Window window;

    private ReceiptPage(Window window) {
        this.window = window;
    }

    /** Finds it as a cashier does: by searching. */
    static ReceiptPage find(Shop shop, String query, String sale) {
        Window window = shop.window();
        window.open(shop.till().page("/receipts"));
        window.fill("receipt-query", query);
        window.press(Window.byId("receipt", "sale", sale));
        window.text(Window.byId("receipt-page", "sale", sale));
        return new ReceiptPage(window);
    }

    /** Refunds everything; what would go where, a line a payment, is asked only where there is a choice or an obstacle. */
    List<String> proposesAll() {
        return asked("refund-all");
    }

    /** Proposes to refund an amount of one line. */
    List<String> proposes(int line, String amount) {
        String row = "[data-testid='refund-line'][data-line='" + line + "'] ";
        window.press(By.cssSelector(row + "[data-testid='refund-check']"));
        window.fill(By.cssSelector(row + "[data-testid='refund-amount']"), amount);
        return asked("refund-lines");
    }

    private List<String> asked(String button) {
        int before = refunds().size();
        window.press(button);
        Eventually.within(
                PATIENCE,
                "the refund is asked about or begun",
                () -> window.has("proposal") || refunds().size() > before ? Optional.of(true) : Optional.empty());
        return window.all("proposal-part");
    }

    /** Whether anything can be refunded at all. */
    boolean refundable() {
        return window.has("refund-form");
    }

    /** The methods that the cashier may choose from, where there is a choice. */
    List<String> choices() {
        return window.all("proposal-choice");
    }

    /** Why a part was refused or is not known, as it stands beside the receipt. */
    Guidance outcome() {
        return Guidance.in(window, "[data-testid='refund-part'] [data-testid='problem']");
    }

    void begins() {
        if (window.has("proposal")) {
            window.press("proposal-ok");
            window.awaitGone("proposal");
        }
    }

    /** The confirmation, or the transaction id, that the plug-in asks for. */
    Modal step() {
        return new Modal(window);
    }

    /** Until that many refunds stand there as wanted. */
    void awaitRefunds(int count, String state) {
        window.awaitCount(Window.byId("refund", "state", state), count);
    }

    List<String> refunds() {
        return window.all("refund");
    }

    Window window() {
        return window;
    }
}
