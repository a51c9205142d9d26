package io.kassa.itests.walk;

import java.util.List;
import org.openqa.selenium.By;

/** One sale receipt, and what goes back of it. */
final class ReceiptPage {
    private final Window window;

    private ReceiptPage(Window window) {
        this.window = window;
    }

    /** Finds it as a cashier does: by searching. */
    static ReceiptPage find(Shop shop, String query, String sale) {
        return find(shop.window(), shop, query, sale);
    }

    static ReceiptPage find(Window window, Shop shop, String query, String sale) {
        window.open(shop.till().page("/receipts"));
        window.fill("receipt-query", query);
        window.press(Window.byId("receipt", "sale", sale));
        window.text(Window.byId("receipt-page", "sale", sale));
        return new ReceiptPage(window);
    }

    /** Proposes to refund everything; what would go where, a line a payment. */
    List<String> proposesAll() {
        window.press("refund-all");
        window.awaitThere("proposal");
        return window.all("proposal-part");
    }

    /** Refunds everything where nothing is to be chosen: the method's own step comes at once. */
    void refundsAll() {
        window.press("refund-all");
    }

    /** The same for an amount of one line. */
    void refunds(int line, String amount) {
        String row = "[data-testid='refund-line'][data-line='" + line + "'] ";
        window.press(By.cssSelector(row + "[data-testid='refund-check']"));
        window.fill(By.cssSelector(row + "[data-testid='refund-amount']"), amount);
        window.press("refund-lines");
    }

    /** Proposes to refund an amount of one line; what would go where, a line a payment. */
    List<String> proposes(int line, String amount) {
        refunds(line, amount);
        window.awaitThere("proposal");
        return window.all("proposal-part");
    }

    /** Whether the form has forgotten what was chosen, and offers no more than can still go back. */
    boolean startsAnew(String most) {
        return !window.usable(Window.byId("refund-lines"))
                && window.runs("return document.querySelector(\"[data-testid='refund-amount']\").value")
                        .equals(most);
    }

    /** Whether anything can be refunded at all. */
    boolean refundable() {
        return window.has("refund-form");
    }

    /** The methods that the cashier may choose from, where there is a choice. */
    List<String> choices() {
        return window.all("proposal-choice");
    }

    /** Takes another way where there is a choice. */
    void chooses(String method) {
        window.press(Window.byId("proposal-choice", "method", method));
        window.awaitAttribute(Window.byId("proposal-choice", "method", method), "aria-pressed", "true");
    }

    /** What has gone back by a method, a line each. */
    List<String> partsBackTo(String method) {
        return window.all(Window.byId("refund-part", "method", method));
    }

    /** Why a part was refused or is not known, as it stands beside the receipt. */
    Guidance outcome() {
        return Guidance.in(window, "[data-testid='refund-part'] [data-testid='problem']");
    }

    void begins() {
        window.press("proposal-ok");
        window.awaitGone("proposal");
    }

    /** The confirmation, or the transaction id, that the plug-in asks for. */
    Modal step() {
        return new Modal(window);
    }

    /** Takes up a refund under way that was not begun in this window, or was put aside here. */
    Modal goesOn() {
        window.press("refund-go-on");
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
