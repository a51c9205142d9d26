package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What a hurried cashier and a careless admin come upon. */
class MishapsTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void aPaymentThatIsMoreThanTheNextSaleCanTakeIsUsedOnlyAfterBothAmountsWereShown() {
        scannedSale().cancelsWith("KEEP");
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        SHOP.window().press("line-discount-button");
        SHOP.window().fill("amount", "7.00");
        SHOP.window().press("discount-ok");
        register.awaitLeft(300);

        register.usesThePaymentThatIsLeft();
        SHOP.window().awaitAttribute(Window.byId("surplus-usable"), "data-minor", "300");
        SHOP.window().awaitAttribute(Window.byId("surplus-over"), "data-minor", "700");
        SHOP.window().picture("mishap-surplus");
        SHOP.window().press("surplus-ok");
        register.awaitLeft(0);
        register.completes();
    }

    @Test
    void aMethodThatWasTakenAwayDoesNotHoldUpTheCounter() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SmartumSetup smartum = SmartumSetup.of(SHOP.admin(), SHOP.sandbox());
        smartum.forget();
        SHOP.window().awaitThere("one-moment");
        modal.cancels();
        register.paysCash();
        register.awaitLeft(0);
        register.completes();
        smartum.everything();
    }

    @Test
    void afterACancelledSaleNoEarlierOneLooksJustCompleted() {
        RegisterPage register = scannedSale();
        register.completes();
        register = SHOP.register(Shop.FIRST).sells(DRINK);
        register.cancels();
        SHOP.window().awaitThere("payment");
        assertThat(SHOP.window().has("completed")).isFalse();
    }

    @Test
    void anAnswerFromBeforeALoginDoesNotUndoIt() {
        LoginPage login = SHOP.login();
        SHOP.window().holdsUpAnAnswerAboutTheSession();
        login.admin(Login.ADMIN);
        SHOP.window().takesTheAnswerThatWasHeldUp();
        assertThat(SHOP.window().has("login")).isFalse();
        SHOP.window().awaitText("who", Login.ADMIN.name());
    }

    @Test
    void whatMayBeAboutMoneyIsNotPressedAwayUnread() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Window window = SHOP.window();
        window.runs("window.reach = window.fetch; window.fetch = () => Promise.reject(new TypeError())");
        window.press(Window.byId("product", "product", GYM));
        window.awaitThere("refused");
        Eventually.stays(Duration.ofMillis(600), "it is there", () -> window.has("refused"));
        window.typeAnywhere(Keys.ENTER, Keys.SPACE, Keys.ESCAPE, Keys.ESCAPE);
        Eventually.stays(Duration.ofMillis(600), "it is still there", () -> window.has("refused"));
        assertThat(window.focusIn(Window.byId("refused"))).isTrue();
        window.picture("mishap-unreached");

        // over the title and the three languages
        window.typeAnywhere(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
        assertThat(window.runs("return document.activeElement.dataset.testid")).isEqualTo("refused-ok");
        window.typeAnywhere(Keys.ENTER);
        window.awaitGone("refused");
        window.runs("window.fetch = window.reach");
        register.cancels();
    }

    private static RegisterPage scannedSale() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
        return register.awaitLeft(0);
    }
}
