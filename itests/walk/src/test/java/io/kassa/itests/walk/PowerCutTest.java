package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    void w15_aPageThatIsNotReloadedGoesOnToo() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);

        SHOP.powerCut();
        SHOP.window().awaitGone("lost");
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        SHOP.camera().seesNothing();
        register.completes();
        register.nextSale();
    }

    @Test
    void w15_aQuestionThatWasOpenIsAskedAgainAndTheReceiptIsNotScannedTwice() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1500);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        assertThat(modal.question()).contains("15.00", "10.00");
        SHOP.camera().seesNothing();
        Traces traces = new Traces(receipt.text());
        traces.lookIn(SHOP.till().data(), SHOP.till().data().resolve("sandbox"));
        assertThat(traces.found()).as("the stored answer can be read").isEmpty();

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
    void w15_aRefundThatWasOnItsWayHappensOnce() {
        long before = SHOP.sandbox().balance();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        String sale = register.saleNumber();
        SHOP.sandbox().troubles("REFUND", Map.of("kind", "slow-drip", "millisPerByte", 2000), 1);
        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        page.step().confirms();
        SHOP.sandbox().awaitCall("REFUND");

        SHOP.powerCut();
        SHOP.awaitBalance(before);
        ReceiptPage.find(SHOP, sale, sale).awaitRefunds(1, "DONE");
        assertThat(SHOP.sandbox().payment(receipt.transaction()).path("refunds"))
                .hasSize(1);
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
