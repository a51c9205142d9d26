package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W5, W6, W9: the customer has paid in the app, and the cashier scans what the phone shows. */
class PayingTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private RegisterPage register;

    @BeforeEach
    void stepUp() {
        register = SHOP.register(Shop.FIRST);
    }

    @Test
    void w5_theButtonSaysWhatIsPayableBeforeTheCustomerOpensTheApp() {
        register.sells(DRINK);
        register.awaitOffered(METHOD, false);
        assertThat(register.hint(METHOD)).as("the reason").isNotBlank();
        SHOP.window().picture("w5-nothing-payable");

        register.sells(GYM);
        register.awaitOffered(METHOD, true);
        assertThat(register.hint(METHOD)).contains("10.00 payable with Smartum");
        SHOP.window().picture("w5-payable");
        register.cancels();
    }

    @Test
    void w6_theLanguageChangesWhileTheModalIsOpenAndTheScanGoesOn() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        modal.speaks("fi");
        SHOP.window()
                .textWhere(
                        Window.byId("dialog-title"), "is Finnish", title -> title.equals("Skannaa Smartum-QR-koodi"));
        SHOP.window().picture("w6-scan-fi");
        modal.tabs(12);
        modal.speaks("sv");
        assertThat(modal.awaitCamera().help()).contains("Kontrollera");
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        SHOP.window().press("language-en");
        register.completes();
        register.nextSale();
    }

    @Test
    void w6_oneScanPaysExactlyAndTheRestIsPaidInCash() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.sells(GYM, DRINK);

        Modal modal = register.pays(METHOD).awaitCamera();
        assertThat(modal.title()).isEqualTo("Scan Smartum QR code");
        assertThat(modal.help()).containsIgnoringCase("brightness").contains("Check");
        SHOP.window().picture("w6-scan");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the modal").isEmpty();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();

        register.awaitLeft(300);
        assertThat(register.tenders()).singleElement().asString().contains("Smartum", "10.00", receipt.transaction());
        assertThat(register.hint(METHOD)).contains("as far as it may be");
        SHOP.window().picture("w6-scanned");
        register.paysCash();
        register.awaitLeft(0);
        String saleReceipt = register.completes();
        assertThat(saleReceipt)
                .contains("TEST", "Smartum", receipt.transaction(), "10.00", "3.00")
                .containsIgnoringCase(Sandbox.BENEFIT);
        SHOP.window().picture("w6-completed");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the sale receipt").isEmpty();
        register.nextSale();
    }

    @Test
    void w6_theCustomerPaysOnThePhoneAndTheCameraFilmsItsScreen() {
        register.sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();

        PhonePage phone = new PhonePage(SHOP.browser().anotherWindow(), SHOP.sandbox());
        assertThat(Touch.tooSmallIn(phone.window())).as("the phone").isEmpty();
        phone.pays("10.00");
        assertThat(Touch.tooSmallIn(phone.window())).as("the receipt").isEmpty();
        SHOP.camera().sees(phone.held());
        modal.awaitSomethingInView();
        register.window().pictureForDocs("register");
        SHOP.camera().sees(phone.checks());
        phone.window().picture("w6-phone");
        assertThat(Touch.tooSmallIn(phone.window())).as("the code").isEmpty();

        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }

    @Test
    void w9_aCustomerWhoPaidLessPaysTheRestWithASecondReceipt() {
        register.sells(GYM);
        scans(SHOP.sandbox().pays(600));
        register.awaitLeft(400);
        assertThat(register.hint(METHOD)).contains("4.00");
        SHOP.window().picture("w9-less");

        scans(SHOP.sandbox().pays(400));
        register.awaitLeft(0);
        assertThat(register.tenders()).hasSize(2);
        assertThat(register.completes()).contains("6.00", "4.00");
        register.nextSale();
    }

    @Test
    void w9_aCustomerWhoPaidMoreIsAskedAndGetsNoChange() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1250);
        register.sells(GYM, DRINK);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        assertThat(modal.question()).contains("12.50", "10.00").containsIgnoringCase("no change");
        SHOP.window().picture("w9-more");

        modal.confirms();
        modal.awaitClosed();
        register.awaitLeft(300);
        assertThat(register.tenders()).singleElement().asString().contains("12.50", "2.50");
        register.paysCash();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }

    @Test
    void w9_aSurplusThatIsNotConfirmedBooksNothingAndTheReceiptStaysGood() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1500);
        register.sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.question();
        SHOP.camera().seesNothing();
        modal.cancels();
        assertThat(register.left()).isEqualTo(1000);
        assertThat(register.tenders()).isEmpty();

        modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.question();
        modal.confirms();
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
    }

    @Test
    void whatWasGivenStandsInItsLineAndTheChangeStandsThereLarge() {
        register.sells(GYM);
        register.pays("cash").amount("4.00");
        register.awaitLeft(600);
        register.pays("cash").amount("20.00");
        SHOP.window().awaitAttribute(Window.byId("change"), "data-minor", "1400");
        SHOP.window().picture("change");
        assertThat(register.tenders()).hasSize(2);
        assertThat(register.tenders().get(0)).contains("4.00");
        assertThat(register.tenders().get(1)).contains("20.00").doesNotContain("6.00");
        assertThat(SHOP.window().text("tendered")).contains("24.00");
        assertThat(SHOP.window().has("left")).as("nothing is left").isFalse();
        assertThat(Double.parseDouble(size("change"))).isGreaterThan(1.5 * Double.parseDouble(size("due")));
        register.completes();
        register.nextSale();
    }

    private static String size(String id) {
        return SHOP.window()
                .runs("return parseFloat(getComputedStyle(document.querySelector(`[data-testid='" + id
                        + "']`)).fontSize)");
    }

    private void scans(SmartumReceipt receipt) {
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
    }
}
