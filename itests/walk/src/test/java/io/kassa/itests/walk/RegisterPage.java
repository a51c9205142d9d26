package io.kassa.itests.walk;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.openqa.selenium.By;

/** The counter: what is sold, and how it is paid. Amounts are cents. */
final class RegisterPage {
    private final Window window;
    private final Catalogue catalogue;

    private RegisterPage(Window window, Catalogue catalogue) {
        this.window = window;
        this.catalogue = catalogue;
    }

    static RegisterPage open(Window window, URI page, Catalogue catalogue) {
        window.open(page);
        window.awaitThere("register");
        return new RegisterPage(window, catalogue);
    }

    RegisterPage sells(String... products) {
        for (String product : products) {
            long before = cents("cart-total");
            window.press(Window.byId("group", "group", catalogue.groupOf(product)));
            window.press(Window.byId("product", "product", product));
            window.awaitAttribute(
                    Window.byId("cart-total"), "data-minor", Long.toString(before + catalogue.priceOf(product)));
        }
        return this;
    }

    /** Presses a way to pay. */
    Modal pays(String method) {
        window.press(method(method));
        return new Modal(window);
    }

    /** Exactly what is left, which the modal suggests. */
    void paysCash() {
        Modal modal = pays("cash");
        modal.confirms();
        modal.awaitClosed();
    }

    /** A hand scanner types while nothing asks for a code. */
    void handScanner(CharSequence... keys) {
        window.typeAnywhere(keys);
    }

    void paysWithWhatWasScanned(String method) {
        window.press("unasked-" + method);
        window.awaitGone("unasked");
    }

    /** What was scanned can pay nothing now. */
    Guidance nothingToPay() {
        Guidance guidance = Guidance.in(window, "[data-testid='unasked'] [data-testid='problem']");
        window.press("unasked-no");
        window.awaitGone("unasked");
        return guidance;
    }

    boolean asksAboutAScan() {
        return window.has(Window.byId("unasked"));
    }

    void awaitRefused() {
        window.awaitThere("refused");
    }

    Guidance refused(String reason) {
        Guidance guidance =
                Guidance.in(window, "[data-testid='refused'] [data-testid='problem'][data-reason='" + reason + "']");
        window.press("refused-ok");
        return guidance;
    }

    void awaitTotal(long cents) {
        window.awaitAttribute(Window.byId("cart-total"), "data-minor", Long.toString(cents));
    }

    String hint(String method) {
        return window.text(By.cssSelector("[data-method='" + method + "'] [data-testid='method-hint']"));
    }

    void awaitHint(String method, String part) {
        window.textWhere(
                By.cssSelector("[data-method='" + method + "'] [data-testid='method-hint']"),
                "says " + part,
                hint -> hint.contains(part));
    }

    boolean offers(String method) {
        return window.has(method(method));
    }

    void awaitOffered(String method, boolean ready) {
        window.awaitUsable(method(method), ready);
    }

    /** Until it is gone, or stands there with the reason why it cannot be used. */
    void awaitUnusable(String method) {
        By usable = By.cssSelector("[data-testid='method'][data-method='" + method + "'][data-ready='true']");
        window.awaitGone(usable);
    }

    void awaitNotOffered(String method) {
        window.awaitGone(method(method));
    }

    RegisterPage awaitLeft(long cents) {
        window.awaitAttribute(Window.byId("left"), "data-minor", Long.toString(cents));
        return this;
    }

    long left() {
        return cents("left");
    }

    /** What stands in the panel for each payment, top to bottom. */
    List<String> tenders() {
        return window.all("tender");
    }

    /** Adds the transaction id to the payment that was typed, as long as the sale is open. */
    void verifies(String transaction) {
        window.press("tender-verify");
        window.fill("verify-id", transaction);
        window.picture("w8-at-once");
        window.press("verify-ok");
        window.awaitThere("verified");
        window.press("verify-done");
        window.awaitGone("verify-dialog");
        window.awaitGone("tender-verify");
    }

    String completes() {
        window.press("complete");
        return window.text("sale-receipt");
    }

    /** The number of the sale whose receipt is shown. */
    String saleNumber() {
        return window.text("receipt-number");
    }

    void nextSale() {
        window.press("new-sale");
        window.awaitThere("payment");
    }

    /** Ends the sale that is open, if one is, without anything to keep. */
    void cancels() {
        window.press("cancel-sale");
        window.press("cancel-ok");
        window.awaitGone("cancel-dialog");
    }

    /** Cancels a sale that holds a verified payment: KEEP it for the next sale, or REFUND it now. */
    void cancelsWith(String fate) {
        window.press("cancel-sale");
        window.press("fate-" + fate);
        window.picture("w11-cancel-" + fate.toLowerCase(Locale.ROOT));
        window.press("cancel-ok");
        window.awaitGone("cancel-dialog");
    }

    void usesThePaymentThatIsLeft() {
        window.press("unused-use");
    }

    Window window() {
        return window;
    }

    static By method(String method) {
        return Window.byId("method", "method", method);
    }

    private long cents(String id) {
        return window.has(id) ? Long.parseLong(window.attribute(Window.byId(id), "data-minor")) : 0;
    }
}
