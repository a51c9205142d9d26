package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** W1: one command, and there is a till. */
class StartTest {
    @RegisterExtension
    static final Shop SHOP = Shop.justStarted();

    @Test
    void w1_theBannerSaysWhereToClickAndHowToLogIn() {
        assertThat(SHOP.till().output())
                .contains(SHOP.till().page("/").toString(), "/phone", "/panel")
                .contains(Login.CASHIER.name(), Login.CASHIER.secret())
                .contains(Login.ADMIN.name(), Login.ADMIN.secret())
                .contains(SHOP.till().data().toString());
    }

    @Test
    void w1_theBannerAndTheReadmeTellTheSettingsThatTheWalkGoesOnWith() throws IOException {
        assertThat(SHOP.till().output())
                .contains("benefit type " + Sandbox.BENEFIT, "product label " + SmartumSetup.LABEL);
        assertThat(Files.readString(Project.top().resolve("README.md")))
                .contains("benefit type is `" + Sandbox.BENEFIT + "`, and the product label `" + SmartumSetup.LABEL);
    }

    @Test
    void w1_theTillIsUsableAtOnceAndItsPagesHaveNothingToComplainAbout() {
        SHOP.logIn();
        SHOP.window().picture("w1-logged-in");
        assertThat(Touch.tooSmallIn(SHOP.window())).isEmpty();
        RegisterPage register = SHOP.register(Shop.FIRST).sells(DRINK);
        register.paysCash();
        register.awaitLeft(0);
        assertThat(register.completes()).contains("3.00", "TEST");
        register.nextSale();
        for (String page : new String[] {"/receipts", "/worklist", "/configuration", "/configuration/registers"}) {
            SHOP.window().open(SHOP.till().page(page));
            SHOP.window().awaitThere("who");
            assertThat(Touch.tooSmallIn(SHOP.window())).as(page).isEmpty();
        }
        assertThat(SHOP.browser().complaints()).isEmpty();
    }

    @Test
    void w1_aCashierLogsInWithAPinAndStandsAtTheRegister() {
        SHOP.login().cashier(Login.CASHIER);
        SHOP.window().awaitThere("register");
        assertThat(SHOP.window().has("nav-configuration")).as("configuration").isFalse();
        SHOP.window().picture("w1-cashier");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the register").isEmpty();
        SHOP.window().press("logout");
        SHOP.window().awaitThere("login");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the login").isEmpty();
    }

    @Test
    void w1_aWrongPinIsReadBeforeTheNextOneIsTypedAndEnterIsEnoughForBoth() {
        Window window = SHOP.login().choosesCashier(Login.CASHIER);
        window.typeAnywhere("9999", Keys.ENTER);
        assertThat(window.text("problem-happened")).isEqualTo("The PIN is not right.");
        assertThat(window.has("problem-money")).as("of a login").isFalse();
        window.picture("w1-wrong-pin");
        Eventually.stays(Duration.ofMillis(600), "it is read first", () -> window.has("refused"));
        window.typeAnywhere("12", Keys.ENTER);
        window.awaitGone("refused");
        assertThat(window.has("who")).isFalse();
        window.typeAnywhere(Login.CASHIER.secret(), Keys.ENTER);
        window.awaitText("who", Login.CASHIER.name());
        assertThat(window.has("refused")).isFalse();
    }

    @Test
    void w1_whatAFingerWouldMissIsFound() {
        SHOP.login().cashier(Login.CASHIER);
        SHOP.window().awaitThere("register");
        SHOP.window().runs("""
                const { style } = document.querySelector("[data-testid='logout']");
                style.minHeight = style.height = '43px';
                """);
        assertThat(Touch.tooSmallIn(SHOP.window())).contains("x 43: <button", "logout");
        SHOP.window().press("logout");
        SHOP.window().awaitThere("login");
    }

    @ParameterizedTest
    @CsvSource({"en, Receipts, Complete payment", "fi, Kuitit, Maksu", "sv, Kvitton, Betalning"})
    void w1_thePagesSpeakThreeLanguages(String language, String receipts, String payment) {
        SHOP.logIn();
        RegisterPage register = SHOP.register(Shop.FIRST).sells(DRINK);
        SHOP.window().press("language-" + language);
        SHOP.window().awaitText("nav-receipts", receipts);
        assertThat(SHOP.window().text("payment")).containsIgnoringCase(payment);
        SHOP.window().picture("w1-" + language);
        SHOP.window().press("language-en");
        SHOP.window().awaitText("nav-receipts", "Receipts");
        register.cancels();
    }

    @Test
    void w1_aPortInUseIsSaidInOneLine() {
        assertThat(SHOP.till().startedTwice()).containsOnlyOnce("\n").contains("in use", "POS_PORT");
    }
}
