package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** A hand scanner types while no payment asks for a code. */
class UnaskedScanTest {
    /** On the package of the café's protein bar, 3.20. */
    private static final String BAR = "2000000000022";

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private RegisterPage register;

    @BeforeEach
    void open() {
        register = SHOP.register(Shop.FIRST);
    }

    @Test
    void aProductsNumberSellsIt() {
        register.handScanner(BAR, Keys.ENTER);
        register.awaitTotal(320);
        register.handScanner(BAR, Keys.ENTER);
        register.awaitTotal(640);
        register.cancels();
    }

    @Test
    void aNumberOfNoProductIsSaidInWords() {
        register.handScanner("96385074", Keys.ENTER);
        register.awaitRefused();
        // the next scan does not press OK: nobody would have read it
        register.handScanner(BAR, Keys.ENTER);
        assertThat(register.refused("scan-unknown").happened()).contains("96385074");
    }

    @Test
    void aReceiptIsOfferedToTheOpenSale() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.sells(GYM);
        register.handScanner(receipt.text(), Keys.ENTER);
        register.window().picture("unasked");
        register.paysWithWhatWasScanned(METHOD);
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.completes();
    }

    @Test
    void aReceiptIsNotOfferedWhereNothingIsSold() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.handScanner(receipt.text(), Keys.ENTER);
        assertThat(register.nothingToPay().next()).contains("scan the code again");
        register.sells(GYM).pays(METHOD).handScanner(receipt.text(), Keys.ENTER);
        register.awaitLeft(0);
        register.completes();
    }

    @Test
    void twoPullsOfTheTriggerAreOnePayment() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.sells(GYM, Goods.DRINK);
        Modal modal = register.pays(METHOD);
        modal.handScanner(receipt.text(), Keys.ENTER, receipt.text(), Keys.ENTER);
        modal.awaitClosed();
        register.awaitLeft(300);
        assertThat(register.tenders()).hasSize(1);
        assertThat(register.asksAboutAScan()).isFalse();
        register.paysCash();
        register.completes();
    }
}
