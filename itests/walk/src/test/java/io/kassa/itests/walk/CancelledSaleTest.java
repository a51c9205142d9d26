package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W11: the customer has paid, and the sale does not happen. */
class CancelledSaleTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w11_thePaymentIsUsedInTheNextSale() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = scannedSale(receipt);
        register.cancelsWith("KEEP");
        assertThat(Worklist.open(SHOP).unused())
                .anySatisfy(entry -> assertThat(entry).contains(receipt.transaction()));
        SHOP.window().picture("w11-paid-not-used");

        register = SHOP.register(Shop.FIRST).sells(GYM);
        register.usesThePaymentThatIsLeft();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.completes();
        register.nextSale();
    }

    @Test
    void w11_theSameReceiptIsGoodInTheNextSale() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = scannedSale(receipt);
        register.cancelsWith("KEEP");

        register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }

    @Test
    void w11_theMoneyGoesBackAtOnce() {
        long before = SHOP.sandbox().balance();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        scannedSale(receipt).cancelsWith("REFUND");
        SHOP.window().picture("w11-refund-now");
        new Modal(SHOP.window()).confirms();
        SHOP.awaitBalance(before);
        SHOP.window().open(SHOP.till().page("/receipts"));
        SHOP.window().awaitThere("receipt-cancelled");
        SHOP.window().picture("w11-receipts");
    }

    @Test
    void w11_whatIsOnTheListGoesBackFromThere() {
        long before = SHOP.sandbox().balance();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        scannedSale(receipt).cancelsWith("KEEP");
        Worklist.open(SHOP).refundsUnused(receipt.transaction());
        new Modal(SHOP.window()).confirms();
        SHOP.awaitBalance(before);
    }

    private static RegisterPage scannedSale(SmartumReceipt receipt) {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        SHOP.camera().seesNothing();
        return register;
    }
}
