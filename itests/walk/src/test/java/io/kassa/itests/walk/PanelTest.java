package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Whoever plays Smartum has a page for it: it issues receipts that a till must not take. */
class PanelTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void aSpecialReceiptIsIssuedOnThePanelAndRefusedAtTheCounter() {
        Window panel = SHOP.browser().anotherWindow();
        panel.open(SHOP.sandbox().page("/panel"));
        panel.press(By.cssSelector("[data-special='OTHER_VENUE']"));
        String transaction = panel.text(By.id("special-transaction"));
        assertThat(transaction).startsWith("tx_");
        byte[] code = panel.picture(By.id("special-code"));
        String text = panel.runs("return document.getElementById('special-text').value");
        assertThat(text).isNotBlank();
        panel.picture("panel");
        assertThat(Touch.tooSmallIn(panel)).isEmpty();
        assertThat(SHOP.browser().complaints()).isEmpty();

        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(code);
        assertThat(modal.problem("receipt.other-venue").happened()).isNotBlank();
        SHOP.camera().seesNothing();
        modal.pasted(text);
        modal.problem("receipt.other-venue");
        modal.cancels();
        assertThat(register.tenders()).isEmpty();
        register.cancels();
    }
}
