package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** W4, W12: deleting a configuration ends its payments, not their refunds. */
class DeletedConfigurationTest {
    private static final String OTHER = "smartum-2";

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w12_whatADeletedConfigurationTookGoesBackByAnotherOfTheSameProvider() {
        SmartumSetup setup = SmartumSetup.of(SHOP.admin(), SHOP.sandbox());
        // a method that goes is waited for as long as a call on it may take
        setup.change("requestMillis", "1000");
        long before = SHOP.sandbox().balance();
        String sale = scannedSale();

        Window window = showsDeletion(METHOD);
        assertThat(window.text("delete-left")).contains("Payments that could still be refunded: 1");
        window.picture("w12-delete-the-last");
        window.press("delete-cancel");

        setup.sameAgainAs(OTHER, Shop.SECOND);
        showsDeletion(METHOD);
        assertThat(window.text("delete-keeper")).contains(OTHER);
        window.picture("w12-delete-one-of-two");
        window.press("delete-ok");
        window.awaitGone("delete-dialog");

        ConfigurationPages pages = new ConfigurationPages(window, SHOP.till());
        pages.openRegisters();
        window.awaitText("register-method-state", "Missing");
        pages.takesOffRegister(Shop.FIRST, METHOD);
        window.awaitGone("register-method-state");

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        page.step().confirms();
        page.awaitRefunds(1, "DONE");
        window.picture("w12-refunded-by-the-other");
        SHOP.awaitBalance(before);
    }

    /** Presses "Delete configuration" for the configuration of that method. */
    private static Window showsDeletion(String method) {
        Window window = SHOP.window();
        new ConfigurationPages(window, SHOP.till()).openSmartum();
        window.press(By.cssSelector("[data-testid='configuration'][data-id='" + configuration(method) + "']"));
        window.press("plugin-delete");
        window.awaitThere("delete-dialog");
        return window;
    }

    private static String configuration(String method) {
        for (JsonNode each : SHOP.admin().get("/api/config/forms").path(0).path("configurations")) {
            if (each.path("values").path("methodId").path(0).asText(METHOD).equals(method)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("no configuration of " + method);
    }

    private static String scannedSale() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
        register.awaitLeft(0);
        register.completes();
        return register.saleNumber();
    }
}
