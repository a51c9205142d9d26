package io.kassa.itests.walk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;

/** Configuration: Smartum's form, payment methods, registers. */
final class ConfigurationPages {
    private final Window window;
    private final TillProcess till;

    ConfigurationPages(Window window, TillProcess till) {
        this.window = window;
        this.till = till;
    }

    /** The form of the only plug-in that has one. */
    void openSmartum() {
        window.open(till.page("/configuration"));
        window.press("config-plugin");
        window.awaitThere("plugin-form");
    }

    /** Types settings by their documented keys. */
    void fill(Map<String, List<String>> values) {
        values.forEach((key, value) -> window.fill("setting-" + key, value.get(0)));
    }

    String explanation(String key) {
        return window.text(setting(key, ".help"));
    }

    /** What stands beside a field after a check. */
    String finding(String key) {
        return window.text(setting(key, "[data-testid='setting-finding']"));
    }

    void saves() {
        window.press("plugin-save");
    }

    /** The admin's password, asked again before a secret is stored. */
    void saysPasswordAgainWhenAsked(Login admin) {
        Eventually.within(Duration.ofSeconds(10), "stored, refused, or the password asked", () -> {
            if (window.has("password-again")) {
                window.fill("password-again-field", admin.secret());
                window.press("password-ok");
                window.awaitGone("password-again");
            }
            return window.has("stored") || window.has("not-stored") ? Optional.of(true) : Optional.empty();
        });
    }

    void awaitStored() {
        window.awaitThere("stored");
    }

    /** "Test connection": what each test found, by its name. */
    List<String> tests() {
        window.press("plugin-test");
        window.awaitThere("tested");
        return window.all(By.cssSelector("[data-testid='tested'] [data-testid='finding']"));
    }

    /** That there is a secret, which is all that the page knows of it. */
    void awaitSecretSet() {
        window.awaitThere("setting-smartumClientSecret-set");
    }

    void openMethods() {
        window.open(till.page("/configuration/methods"));
        window.awaitThere("methods");
    }

    String method(String id) {
        return window.text(Window.byId("method-card", "method", id));
    }

    void enables(String id) {
        window.press(inCard(id, "method-enabled"));
    }

    void accounts(String id, String account, String surplusAccount) {
        window.press(inCard(id, "method-details"));
        window.fill("method-account", account);
        window.fill("method-surplus-account", surplusAccount);
        window.press("method-check");
        window.press("method-save");
        window.awaitUsable(Window.byId("method-save"), true);
    }

    void openRegisters() {
        window.open(till.page("/configuration/registers"));
        window.awaitThere("registers");
    }

    void addsToRegister(String register, String method) {
        window.press(register(register, "add-" + method));
        window.text(register(register, "register-method", method));
    }

    void takesOffRegister(String register, String method) {
        window.press(By.cssSelector("[data-testid='register-card'][data-register='" + register
                + "'] [data-testid='register-method'][data-method='" + method + "'] [data-testid='method-remove']"));
    }

    private static By register(String register, String id) {
        return By.cssSelector(
                "[data-testid='register-card'][data-register='" + register + "'] [data-testid='" + id + "']");
    }

    private static By register(String register, String id, String method) {
        return By.cssSelector("[data-testid='register-card'][data-register='" + register + "'] [data-testid='" + id
                + "'][data-method='" + method + "']");
    }

    private static By inCard(String method, String id) {
        return By.cssSelector("[data-testid='method-card'][data-method='" + method + "'] [data-testid='" + id + "']");
    }

    private static By setting(String key, String inside) {
        return By.cssSelector("[data-testid='setting'][data-key='" + key + "'] " + inside);
    }
}
