package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** On a phone everything is in reach of a thumb that moves up and down. */
class NarrowScreenTest {
    private static final int WIDTH = 375;

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private static String sale;

    @BeforeAll
    static void aReceiptAndAPhone() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM, DRINK);
        register.pays(METHOD).awaitCamera().pasted(SHOP.sandbox().pays(1000).text());
        register.awaitLeft(300).paysCash();
        register.completes();
        sale = register.saleNumber();
        register.nextSale();
        SHOP.browser().narrow(WIDTH, 667);
    }

    @AfterAll
    static void noPhone() {
        SHOP.browser().asItIs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void aCashierReachesEverythingAndSeesWhatIsLeftToPay(String language) {
        Window window = SHOP.window();
        SHOP.login().cashier(Login.CASHIER);
        window.press("language-" + language);
        for (String page : new String[] {"/receipts", "/receipts/" + sale, "/worklist"}) {
            fits(page, language);
        }
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM, DRINK);
        assertThat(Overflow.in(window)).as("with a sale, " + language).isEmpty();
        assertThat(inReach("left")).as("what is left, below the first products").isEqualTo("true");
        register.pays("cash").amount("20.00");
        register.window().awaitAttribute(Window.byId("change"), "data-minor", "700");
        assertThat(Overflow.in(window)).as("paid, " + language).isEmpty();
        window.picture("narrow-paid-" + language);
        register.completes();
        assertThat(Overflow.in(window)).as("with the receipt, " + language).isEmpty();
        window.picture("narrow-completed-" + language);
        window.press("new-sale");
        window.awaitThere("complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void anAdminReachesEverything(String language) {
        SHOP.logIn();
        SHOP.window().press("language-" + language);
        String plugIn =
                SHOP.admin().get("/api/config/forms").path(0).path("factoryPid").asText();
        for (String page : new String[] {
            "/register/R1",
            "/receipts/" + sale,
            "/worklist",
            "/configuration/methods",
            "/configuration/registers",
            "/configuration/products",
            "/configuration/people",
            "/configuration/scanner",
            "/configuration/health",
            "/configuration/plugin/" + plugIn,
            "/configuration/plug-ins"
        }) {
            fits(page, language);
        }
    }

    private static void fits(String page, String language) {
        Window window = SHOP.window();
        window.open(SHOP.till().page(page));
        window.awaitThere("who");
        window.awaitGone(By.cssSelector(".empty[role='status']"));
        window.picture("narrow" + page.replaceAll("[^a-z]+", "-") + "-" + language);
        assertThat(window.runs("return innerWidth")).isEqualTo(Integer.toString(WIDTH));
        assertThat(Overflow.in(window)).as(page + ", " + language).isEmpty();
        for (String id : new String[] {"nav-register", "nav-receipts", "nav-worklist", "language-sv", "logout"}) {
            assertThat(inReach(id)).as(id + " of " + page + ", " + language).isEqualTo("true");
        }
    }

    /** Whether it can be seen and pressed where the page stands now, with nothing over it. */
    private static String inReach(String id) {
        return SHOP.window().runs("""
                const there = document.querySelector(`[data-testid='%s']`);
                const { left, top, width, height } = there.getBoundingClientRect();
                return there.contains(document.elementFromPoint(left + width / 2, top + height / 2));
                """.formatted(id));
    }
}
