package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W15: the power fails in the middle of a payment. */
class PowerCutTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w15_theSaleAndItsPaymentStepAreStillThere() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM, DRINK);
        register.pays(METHOD).awaitCamera();

        SHOP.powerCut();
        register = SHOP.register(Shop.FIRST);

        Modal modal = new Modal(SHOP.window()).awaitCamera();
        assertThat(modal.title()).isEqualTo("Scan Smartum QR code");
        SHOP.window().picture("w15-after-the-power-cut");
        SHOP.camera().sees(SHOP.sandbox().pays(1000).picture());
        modal.awaitClosed();
        register.awaitLeft(300);
        register.paysCash();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }

    @Test
    void w15_aQuestionThatWasOpenIsAskedAgainAndTheReceiptIsNotScannedTwice() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(SHOP.sandbox().pays(1500).picture());
        assertThat(modal.question()).contains("15.00", "10.00");
        SHOP.camera().seesNothing();

        SHOP.powerCut();
        register = SHOP.register(Shop.FIRST);

        modal = new Modal(SHOP.window());
        assertThat(modal.question()).contains("15.00", "10.00");
        modal.confirms();
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }

    @Test
    void w15_whatWasBookedBeforeThePowerCutStaysBooked() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM, DRINK);
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        register.awaitLeft(300);

        SHOP.powerCut();
        register = SHOP.register(Shop.FIRST).awaitLeft(300);

        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.paysCash();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }
}
