package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** W7: the same without a camera. */
class ScannerTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    /** More than the modal has. */
    private static final int MOST_STOPS = 20;

    private RegisterPage register;
    private SmartumReceipt receipt;
    private Modal modal;

    @BeforeEach
    void openTheModal() {
        receipt = SHOP.sandbox().pays(1000);
        register = SHOP.register(Shop.FIRST).sells(GYM);
        modal = register.pays(METHOD);
    }

    @AfterEach
    void theSaleIsPaidWithTheReceipt() {
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.completes();
    }

    @Test
    void w7_aHandScannerTypesAndEndsWithEnter() {
        modal.handScanner(receipt.text(), Keys.ENTER);
    }

    @Test
    void w7_aHandScannerTypesAndEndsWithoutEnter() {
        modal.handScanner(receipt.text());
    }

    @Test
    void w7_theFocusMayBeAnywhereInTheModal() {
        Set<String> stops = new LinkedHashSet<>();
        for (int tabs = 0; tabs < MOST_STOPS; tabs++) {
            modal.tabs(tabs);
            String at = modal.focus();
            if (!stops.add(at)) {
                break;
            }
            if (!at.isEmpty()) {
                modal.handScanner(receipt.text(), Keys.ENTER);
                theSaleIsPaidWithTheReceipt();
                openTheModal();
            }
        }
        assertThat(stops)
                .hasSizeLessThan(MOST_STOPS)
                .contains("dialog-title", "language-fi", "dialog-close", "picture-button")
                .contains("attempt-cancel", "detour-enter-number");
        modal.handScanner(receipt.text(), Keys.ENTER);
    }

    @Test
    void w7_aScannerWithAnotherKeyboardThanTheTillIsUnderstood() {
        modal.handScanner(receipt.text().replace('-', '+').replace('_', '?'), Keys.ENTER);
    }

    @Test
    void w7_aTriggerPulledTwiceIsOneScanAndAnotherCodeMeanwhileIsRefusedAloud() {
        Window window = register.window();
        window.notesTones();
        window.runs("""
                const real = window.fetch;
                const held = new Promise((resolve) => (window.letGo = resolve));
                window.fetch = async (path, request) => {
                  if (path.endsWith('/answers')) await held;
                  return real(path, request);
                };
                """);
        modal.handScanner(receipt.text(), Keys.ENTER);
        window.awaitAttribute(Window.byId("scan-state"), "data-state", "checking");
        window.awaitBusyTone();

        modal.pasted(receipt.text());
        assertThat(window.allTones()).isEqualTo("520");
        modal.pasted("another code");
        assertThat(window.allTones()).isEqualTo("520,330,220");

        window.runs("window.letGo()");
        modal.awaitClosed();
        assertThat(window.allTones()).isEqualTo("520,330,220,880,1320");
    }

    @Test
    void w7_aPictureFileIsRead() throws IOException {
        Path file = Files.write(SHOP.till().data().resolveSibling("receipt.png"), receipt.picture());
        modal.picture(file);
    }
}
