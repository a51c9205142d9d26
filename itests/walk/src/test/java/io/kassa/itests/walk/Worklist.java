package io.kassa.itests.walk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;

/** Things that a person has to look at. */
final class Worklist {
    private static final String VERDICT = "[data-testid='verify-dialog'] [data-testid='problem']";

    private final Window window;

    private Worklist(Window window) {
        this.window = window;
    }

    static Worklist open(Shop shop) {
        shop.window().open(shop.till().page("/worklist"));
        shop.window().awaitThere("worklist");
        return new Worklist(shop.window());
    }

    List<String> unverified() {
        window.awaitThere("worklist-unverified");
        return window.all("unverified-entry");
    }

    List<String> unused() {
        window.awaitThere("worklist-unused");
        return window.all("unused-entry");
    }

    List<String> unfinished() {
        window.awaitThere("worklist-unfinished");
        return window.all("unfinished-entry");
    }

    /** Goes on with the refund of a sale that was left in the middle. */
    Modal goesOnWith(String sale) {
        window.press(By.xpath("//*[@data-testid='unfinished-entry'][contains(., '" + sale
                + "')]//*[@data-testid='unfinished-receipt']"));
        window.press("refund-go-on");
        return new Modal(window);
    }

    List<String> cases() {
        window.awaitThere("worklist-cases");
        return window.all("case");
    }

    /** Sends the customer's money back. */
    void refundsUnused(String transaction) {
        window.press(By.xpath("//*[@data-testid='unused-entry'][contains(., '" + transaction
                + "')]//*[@data-testid='unused-refund']"));
    }

    /** Opens the dialog that asks for the transaction of a sale's payment. */
    void asksAbout(String sale) {
        window.press(By.xpath(
                "//*[@data-testid='unverified-entry'][.//a[text()='" + sale + "']]//*[@data-testid='verify']"));
        window.awaitThere("verify-dialog");
    }

    /** Adds the transaction id to the payment of a sale; says whether it matched. */
    boolean verifies(String sale, String transaction) {
        asksAbout(sale);
        window.fill("verify-id", transaction);
        window.press("verify-ok");
        return Eventually.within(
                Duration.ofSeconds(10),
                "a verdict",
                () -> window.has("verified")
                        ? Optional.of(true)
                        : window.has(By.cssSelector(VERDICT)) ? Optional.of(false) : Optional.empty());
    }

    Guidance verdict() {
        return Guidance.in(window, VERDICT);
    }

    void closesVerdict() {
        window.press("verify-done");
    }

    void cancelsVerdict() {
        window.press("verify-cancel");
    }

    /** Until nothing on the list is about the sale. */
    void awaitNothingOf(String sale) {
        window.awaitGone(By.xpath("//*[@data-testid='worklist']//a[text()='" + sale + "']"));
    }
}
