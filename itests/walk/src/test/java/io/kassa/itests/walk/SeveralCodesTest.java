package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** A counter has posters, and a customer stands there with a friend. */
class SeveralCodesTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private static final By FRAMES = By.cssSelector("[data-testid='outline'] polygon");

    private RegisterPage register;
    private Modal modal;

    @BeforeEach
    void openTheModal() {
        register = SHOP.register(Shop.FIRST).sells(GYM);
        modal = register.pays(METHOD).awaitCamera();
    }

    @Test
    void aReceiptIsTakenBesideAPoster() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        SHOP.camera().sees(SHOP.sandbox().issues("WEB_LINK", 1000).picture(), receipt.picture());
        paidWith(receipt);
    }

    @Test
    void ofTwoReceiptsNeitherIsTakenUntilOneIsAlone() {
        SmartumReceipt own = SHOP.sandbox().pays(1000);
        SmartumReceipt friends = SHOP.sandbox().pays(1000);
        SHOP.camera().sees(own.picture(), friends.picture());
        Guidance said = modal.problem("page.picture.several");
        assertThat(said.money()).isEqualTo("Nothing was booked.");
        SHOP.window().awaitCount(FRAMES, 2);
        SHOP.window().awaitAttribute(Window.byId("outline"), "data-state", "refused");
        SHOP.window().picture("outline-several");
        assertThat(register.tenders()).isEmpty();

        SHOP.camera().sees(friends.picture());
        paidWith(friends);
        register = SHOP.register(Shop.FIRST).sells(GYM);
        modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(own.picture());
        paidWith(own);
    }

    private void paidWith(SmartumReceipt receipt) {
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        SHOP.camera().seesNothing();
        register.completes();
        register.nextSale();
    }
}
