package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.openqa.selenium.By;

/** {@code ./pos start}: the till of a shop, from nothing to its first sale, and what keeps it apart from the demo. */
@TestMethodOrder(OrderAnnotation.class)
class FirstDayTest {
    private static final Pattern CODE = Pattern.compile("first admin: ((?:[A-Z2-9]{4}-?){3})");
    private static final String PASSWORD = "a password of the shop";

    @RegisterExtension
    static final TestExecutionExceptionHandler LOOK = FirstDayTest::look;

    private static TillProcess till;
    private static Browser browser;
    private static Window window;

    @BeforeAll
    static void openTheShop() {
        Path folder = Project.scratch("FirstDayTest");
        till = TillProcess.startShop(folder);
        browser = Browser.open(folder, FakeCamera.in(folder));
        window = browser.window();
    }

    @AfterAll
    static void closeTheShop() {
        if (browser != null) {
            browser.close();
        }
        till.close();
    }

    @Test
    @Order(1)
    void theConsoleSaysWhereToClickAndGivesACodeThatStandsNowhereElse() throws IOException {
        String page = till.page("/").toString();
        String data = till.data().toString();
        assertThat(till.output()).contains(page, data);
        // a port or a folder's number may have the digits of a PIN in it
        assertThat(till.output().replace(page, "").replace(data, ""))
                .doesNotContain(Login.CASHIER.secret(), Login.ADMIN.secret(), "/phone");
        Traces traces = new Traces(code());
        traces.lookIn(till.data(), till.data().resolve("framework"));
        assertThat(traces.found()).as("the code").isEmpty();
        try (Stream<Path> loaded = Files.walk(till.data().resolve("framework"))) {
            assertThat(loaded.filter(file -> file.endsWith("bundle.info")).map(FirstDayTest::read))
                    .anyMatch(bundle -> bundle.contains("smartum.plugin"))
                    .noneMatch(bundle -> bundle.contains("smartum.sandbox"));
        }
    }

    @Test
    @Order(2)
    void nobodyGetsInWithoutTheCodeOrWithAPasswordThatWasMistyped() {
        window.open(till.page("/"));
        window.awaitThere("first-code");
        assertThat(window.has("demo-strip") || window.has("demo-logins")).isFalse();
        window.fill("first-code", "AAAA-BBBB-CCCC");
        window.fill("first-name", "Kaisa");
        window.fill("first-password", PASSWORD);
        window.fill("first-again", PASSWORD + "!");
        window.awaitThere("first-differs");
        assertThat(window.usable(Window.byId("first-ok"))).isFalse();
        window.fill("first-again", PASSWORD);
        window.press("first-ok");
        assertThat(window.text("problem-next")).contains("console");
        window.press("refused-ok");
        assertThat(window.has("who")).isFalse();
    }

    @Test
    @Order(3)
    void theCodeMakesTheFirstAdminWhoIsShownWhereToBegin() {
        window.fill("first-code", code());
        window.picture("first-admin");
        window.press("first-ok");
        window.awaitText("who", "Kaisa");
        window.awaitThere("new-shop");
        window.picture("first-day");
    }

    @Test
    @Order(4)
    void thePagesAloneMakeAShopAndACashierSellsInIt() {
        window.press(Window.byId("new-shop-step", "section", "methods"));
        window.press(By.cssSelector("[data-testid='method-card'][data-method='cash'] [data-testid='method-enabled']"));
        goods("Gym", "Gym visit", "10.00");
        register("R1", "Counter");
        cashier("Aino", "2468");
        window.press("logout");
        window.press(Window.byId("cashier", "name", "Aino"));
        "2468".chars().forEach(figure -> window.press("pad-" + (char) figure));
        window.press("login-ok");
        window.awaitThere("register");
        window.press("group");
        window.press("product");
        window.press(RegisterPage.method("cash"));
        window.press("attempt-ok");
        window.awaitAttribute(Window.byId("left"), "data-minor", "0");
        window.press("complete");
        assertThat(window.text("sale-receipt")).contains("10.00").doesNotContain("TEST");
    }

    @Test
    @Order(5)
    void theDemoDoesNotTouchAShop() throws IOException {
        till.stop();
        assertThat(till.said("run")).containsOnlyOnce("\n").contains("belongs to a shop", "POS_DATA");
        Files.delete(till.data().resolve("made-by"));
        assertThat(till.said("run")).as("by its books alone").contains("this store belongs to a shop");
        till.start();
        assertThat(till.output()).as("the first admin is there").doesNotContain("one-time code");
    }

    @Test
    @Order(6)
    void aShopDoesNotBeginInTheDemosStore() throws IOException {
        try (TillProcess demo = TillProcess.start(Project.scratch("FirstDayTest-demo"))) {
            demo.stop();
            assertThat(demo.said("start")).containsOnlyOnce("\n").contains("The demo made", "POS_DATA");
            Files.delete(demo.data().resolve("made-by"));
            assertThat(demo.said("start")).as("by its books alone").contains("the demo made this store");
        }
    }

    private static void look(ExtensionContext context, Throwable failure) throws Throwable {
        window.picture("FAILED-FirstDayTest-" + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-"));
        failure.addSuppressed(new AssertionError(
                "the page said:\n" + window.everything() + "\nand complained: " + browser.complaints()));
        throw failure;
    }

    private static void goods(String group, String product, String price) {
        window.press("config-products");
        window.press("group-add");
        window.fill("group-name", group);
        window.press("group-save");
        window.awaitGone("group-dialog");
        window.press("product-add");
        window.fill("product-name", product);
        window.fill("product-price", price);
        window.press("product-save");
        window.awaitThere("product-row");
    }

    private static void register(String id, String name) {
        window.press("config-registers");
        window.press("register-add");
        window.fill("register-id", id);
        window.fill("register-name", name);
        window.press("register-save");
        window.press("add-cash");
        window.awaitThere("register-method");
        window.press("pair");
        window.awaitThere("paired");
    }

    private static void cashier(String name, String pin) {
        window.press("config-people");
        window.press("person-add");
        window.fill("person-name", name);
        window.press("person-CASHIER");
        window.fill("person-secret", pin);
        window.press("person-save");
        window.awaitCount(Window.byId("person"), 2);
    }

    private static String code() {
        Matcher code = CODE.matcher(till.output());
        assertThat(code.find()).as(till.output()).isTrue();
        return code.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
