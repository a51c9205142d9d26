package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W2 to W4: from a till that knows nothing of Smartum to a register that takes it. One story, told in order. */
@TestMethodOrder(OrderAnnotation.class)
class ConfigurationTest {
    @RegisterExtension
    static final Shop SHOP = Shop.justStarted();

    private static ConfigurationPages pages;
    private static Map<String, List<String>> right;

    @BeforeAll
    static void logIn() {
        SHOP.logIn();
        pages = new ConfigurationPages(SHOP.window(), SHOP.till());
        right = SmartumSetup.of(SHOP.admin(), SHOP.sandbox()).values();
    }

    @Test
    @Order(1)
    void w2_everySettingIsExplained() {
        pages.openSmartum();
        right.keySet().forEach(key -> assertThat(pages.explanation(key)).as(key).isNotBlank());
        assertThat(Integer.parseInt(SHOP.window().attribute(Window.byId("setting-smartumApiPublicKey"), "rows")))
                .as("lines for a PEM, before it is pasted")
                .isGreaterThan(3);
        SHOP.window().picture("w2-form");
        assertThat(Touch.tooSmallIn(SHOP.window())).isEmpty();
    }

    @Test
    @Order(2)
    void w2_everythingThatIsWrongIsSaidAtOnceBesideItsFieldAndNothingChanges() {
        Map<String, List<String>> wrong = new LinkedHashMap<>(right);
        wrong.put("smartumUrl", List.of("http://api.smartum.fi"));
        wrong.put("smartumApiPublicKey", List.of("-----BEGIN PUBLIC KEY-----\nnot a key"));
        wrong.put("smartumClientSecret", List.of(""));
        wrong.put("enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel", List.of("nobody-has-it"));
        pages.openSmartum();
        pages.fill(wrong);
        pages.saves();
        pages.saysPasswordAgainWhenAsked(Login.ADMIN);

        for (String key : List.of(
                "smartumUrl",
                "smartumApiPublicKey",
                "smartumClientSecret",
                "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel")) {
            assertThat(pages.finding(key)).as(key).isNotBlank();
        }
        assertThat(pages.finding(SmartumSetup.LABEL_KEY)).contains("such as hieronta, " + SmartumSetup.LABEL);
        SHOP.window().picture("w2-wrong");
        assertThat(SHOP.admin().get("/api/config/forms").path(0).path("configurations"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void w2_theConnectionIsTestedBeforeSavingAndNoMoneyMoves() {
        long before = SHOP.sandbox().balance();
        pages.openSmartum();
        pages.fill(right);
        String tried = pages.tests();
        SHOP.window().picture("w2-tested");
        assertThat(Touch.tooSmallIn(SHOP.window())).isEmpty();
        assertThat(tried).isEqualTo("reachable tls token venue key clock contract");
        for (String good : List.of("reachable", "token", "venue", "key", "clock", "contract")) {
            assertThat(pages.tested(good, "OK")).as(good).isNotBlank();
        }
        assertThat(pages.tested("tls", "WARNING")).contains("not encrypted", "Real money needs https:");
        assertThat(SHOP.admin().get("/api/config/forms").path(0).path("configurations"))
                .isEmpty();
        assertThat(SHOP.sandbox().balance()).isEqualTo(before);
        assertThat(SHOP.sandbox().calls("REFUND")).isEmpty();
    }

    @Test
    @Order(4)
    void w2_aTestThatFailsSaysWhatToDo() {
        pages.openSmartum();
        pages.fill(right);
        SHOP.sandbox().troubles("ALL", "refuse", 0);
        try {
            pages.tests();
            assertThat(pages.tested("reachable", "ERROR"))
                    .contains("takes no connections", "Check the address and the firewall");
            assertThat(pages.tested("token", "ERROR")).contains("No access token", "See the other results");
            assertThat(pages.tested("venue", "SKIPPED")).isNotBlank();
        } finally {
            SHOP.sandbox().calmsDown();
        }
        SHOP.window().picture("w2-tested-in-vain");
    }

    @Test
    @Order(5)
    void w2_whatIsRightIsStored() {
        pages.openSmartum();
        pages.fill(right);
        pages.saves();
        pages.saysPasswordAgainWhenAsked(Login.ADMIN);
        pages.awaitStored();
        pages.awaitNext("methods");
        SHOP.window().picture("w2-stored");
        pages.goesOn();
        SHOP.window().awaitThere("methods");
    }

    @Test
    @Order(6)
    void w2_theSecretIsNeverSeenAgain() {
        String secret = right.get("smartumClientSecret").get(0);
        pages.openSmartum();
        pages.awaitSecretSet();
        Traces traces = new Traces(secret);
        for (String page : List.of("/configuration", "/configuration/methods", "/configuration/registers")) {
            SHOP.window().open(SHOP.till().page(page));
            SHOP.window().awaitThere("who");
            traces.lookAt(page, SHOP.window().source());
        }
        pages.openSmartum();
        traces.lookAt("the form", SHOP.window().source());
        traces.lookAt("its fields", SHOP.window().fields());
        for (String path : List.of("/api/config/forms", "/api/config/methods", "/api/registers", "/api/about")) {
            traces.lookAt(path, SHOP.admin().text(path));
        }
        traces.lookAt("the console", SHOP.till().output());
        traces.lookIn(SHOP.till().data(), SHOP.till().data().resolve("sandbox"));
        assertThat(traces.found()).isEmpty();
    }

    @Test
    @Order(7)
    void w3_thePaymentMethodIsListedWithItsStateAndEnabled() {
        pages.openMethods();
        assertThat(pages.method(METHOD)).contains("Smartum");
        SHOP.window().picture("w3-listed");
        boolean before = isPartOfTheRegisterCheck();
        pages.enables(METHOD);
        pages.accounts(METHOD, "1955", "3990");
        Eventually.within(
                Duration.ofSeconds(10),
                "the accounts are stored",
                () -> SHOP.admin()
                                .get("/api/config/methods")
                                .findValuesAsText("surplusAccount")
                                .contains("3990")
                        ? Optional.of(true)
                        : Optional.empty());
        SHOP.window().picture("w3-enabled");
        assertThat(Touch.tooSmallIn(SHOP.window())).isEmpty();
        assertThat(pages.details(METHOD)).isEqualTo("1955 3990 " + !before);
        assertThat(SHOP.window().text("method-check-help")).contains("counted when the register is checked");
    }

    @Test
    @Order(8)
    void w3_whatIsWrongWithAMethodIsSaidBesideIt() {
        pages.openMethods();
        pages.awaitState(METHOD, "AVAILABLE");
        assertThat(pages.problems(METHOD)).isEmpty();

        SHOP.powerCut(() -> StoredSettings.of(SHOP.till()).replace(Sandbox.VENUE, "Kaisla"));
        pages.openMethods();
        pages.awaitState(METHOD, "MISSING");
        assertThat(pages.method(METHOD)).contains("Missing");
        assertThat(pages.problems(METHOD))
                .containsExactly("Smartum is not there just now", "This does not look like a venue id.");
        SHOP.window().picture("w3-wrong");

        SHOP.powerCut(() -> StoredSettings.of(SHOP.till()).replace("Kaisla", Sandbox.VENUE));
        pages.openMethods();
        pages.awaitState(METHOD, "AVAILABLE");
        assertThat(pages.problems(METHOD)).isEmpty();
    }

    @Test
    @Order(9)
    void w4_anOpenRegisterPageFollowsWithoutAReloadAndTheOtherRegisterIsLeftAlone() {
        Window counter = SHOP.browser().anotherWindow();
        RegisterPage first = SHOP.register(counter, Shop.FIRST).sells(GYM);
        RegisterPage second =
                SHOP.register(SHOP.browser().anotherWindow(), Shop.SECOND).sells(GYM);
        assertThat(first.offers(METHOD)).isFalse();

        pages.openSmartum();
        pages.saves();
        pages.saysPasswordAgainWhenAsked(Login.ADMIN);
        pages.awaitNext("registers");
        SHOP.window().picture("w4-stored");
        pages.goesOn();
        SHOP.window().awaitThere("registers");
        pages.addsToRegister(Shop.FIRST, METHOD);
        first.awaitOffered(METHOD, true);
        counter.picture("w4-follows");
        assertThat(second.offers(METHOD)).isFalse();

        pages.openSmartum();
        pages.saves();
        pages.saysPasswordAgainWhenAsked(Login.ADMIN);
        SHOP.window().awaitText("stored", "in use from now on");

        pages.openMethods();
        pages.enables(METHOD);
        first.awaitUnusable(METHOD);
        pages.enables(METHOD);
        first.awaitOffered(METHOD, true);

        pages.openRegisters();
        pages.takesOffRegister(Shop.FIRST, METHOD);
        first.awaitNotOffered(METHOD);
        pages.addsToRegister(Shop.FIRST, METHOD);
        first.awaitOffered(METHOD, true);

        SmartumSetup setup = SmartumSetup.of(SHOP.admin(), SHOP.sandbox());
        setup.change(SmartumSetup.LABEL_KEY, "hieronta");
        first.awaitUnusable(METHOD);
        setup.change(SmartumSetup.LABEL_KEY, "");
        first.sells(DRINK);
        first.awaitHint(METHOD, "13.00");
        counter.picture("w5-no-label");
        setup.forget();
        first.awaitUnusable(METHOD);
        counter.picture("w4-gone");
    }

    @Test
    void aPageThatIsNotThereIsNotAPlugInThatIsNotRunning() {
        SHOP.window().open(SHOP.till().page("/configuration/smartum"));
        assertThat(SHOP.window().text("no-such-page")).contains("no such page");
        assertThat(SHOP.window().has("plugin-gone")).isFalse();
        SHOP.window().open(SHOP.till().page("/configuration/plugin/of.nobody"));
        SHOP.window().awaitThere("plugin-gone");
    }

    private static boolean isPartOfTheRegisterCheck() {
        for (JsonNode method : SHOP.admin().get("/api/config/methods")) {
            if (method.path("id").asText().equals(METHOD)) {
                return method.at("/settings/registerCheck").asBoolean();
            }
        }
        throw new AssertionError("not listed: " + METHOD);
    }
}
