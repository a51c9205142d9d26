package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W4: an admin disables the method while a customer pays with it. */
class DisablingTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w4_thePageShowsHowManyPaymentsAreOpen_andTheyFinish() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        Window office = SHOP.browser().anotherWindow();
        ConfigurationPages pages = new ConfigurationPages(office, SHOP.till());
        pages.openMethods();
        office.awaitText("open-payments", "1");

        pages.enables(METHOD);
        pages.openMethods();
        office.awaitText("open-payments", "1");
        office.picture("w4-disabled-with-one-open");

        SHOP.camera().sees(SHOP.sandbox().pays(1000).picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        register.nextSale();
        register.sells(GYM).awaitNotOffered(METHOD);
        pages.openMethods();
        office.awaitGone("open-payments");
    }
}
