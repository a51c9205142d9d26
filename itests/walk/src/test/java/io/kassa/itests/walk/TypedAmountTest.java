package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W8: no scanner; the cashier reads the amount off the phone and types it. */
class TypedAmountTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w8_aTypedAmountPaysAndStandsOnAListUntilItsTransactionIdIsAdded() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        String sale = typedSale();

        Worklist worklist = Worklist.open(SHOP);
        assertThat(worklist.unverified()).anySatisfy(entry -> assertThat(entry).contains("10.00", sale));
        SHOP.window().picture("w8-worklist");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the list").isEmpty();
        assertThat(worklist.verifies(sale, receipt.transaction()))
                .as("verified")
                .isTrue();
        SHOP.window().picture("w8-verified");
        worklist.closesVerdict();
        worklist.awaitNothingOf(sale);
    }

    @Test
    void w8_anIdOfAnotherAmountBecomesACaseForAPerson() {
        SmartumReceipt other = SHOP.sandbox().pays(700);
        String sale = typedSale();

        Worklist worklist = Worklist.open(SHOP);
        assertThat(worklist.verifies(sale, other.transaction())).as("verified").isFalse();
        Guidance verdict = worklist.verdict();
        assertThat(verdict.reason()).isEqualTo("verify.other-amount");
        SHOP.window().picture("w8-other-amount");
        worklist.cancelsVerdict();
        assertThat(Worklist.open(SHOP).cases())
                .anySatisfy(entry -> assertThat(entry).contains(sale));
    }

    @Test
    void w8_aCashierWithoutThePermissionIsRefused() {
        SHOP.login().cashier(Login.BEGINNER);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        SHOP.window().awaitThere("refused");
        assertThat(SHOP.window().text("refused")).isNotBlank();
        SHOP.window().picture("w8-no-permission");
        SHOP.window().press("refused-ok");
        SHOP.logIn();
    }

    private static String typedSale() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        SHOP.window().picture("w8-reason");
        modal.givesReason("the camera is broken");
        modal.amount("10.00");
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().containsIgnoringCase("not verified");
        SHOP.window().picture("w8-typed");
        register.completes();
        String sale = register.saleNumber();
        register.nextSale();
        return sale;
    }
}
