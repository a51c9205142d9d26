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

    /** The page that has what is still to be done, beside what says that the settings are stored. */
    void awaitNext(String page) {
        window.awaitAttribute(Window.byId("stored"), "data-next", page);
    }

    void goesOn() {
        window.press(By.cssSelector("[data-testid='stored'] a"));
    }

    /** "Test connection": the names of what was tried, one after the other. */
    String tests() {
        window.press("plugin-test");
        window.awaitThere("tested");
        return window.runs("""
                const found = document.querySelectorAll("[data-testid='tested'] [data-testid='finding']");
                return [...found].map((each) => each.dataset.subject).join(' ');
                """);
    }

    /** What a test of the connection found, and what to do about it. */
    String tested(String subject, String severity) {
        return window.text(By.cssSelector("[data-testid='tested'] [data-testid='finding'][data-subject='" + subject
                + "'][data-severity='" + severity + "']"));
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

    /** {@code AVAILABLE} and the like, as soon as it is so. */
    void awaitState(String id, String state) {
        window.awaitAttribute(Window.byId("method-card", "method", id), "data-state", state);
    }

    /** What is wrong with it, a line each. */
    List<String> problems(String id) {
        return window.all(inCard(id, "method-problem"));
    }

    /** Account, surplus account, and whether it is part of the register check, as a page shows them that is opened anew. */
    String details(String id) {
        openMethods();
        window.press(inCard(id, "method-details"));
        window.awaitThere("method-account");
        return window.runs("""
                const field = (name) => document.querySelector(`[data-testid='method-${name}']`);
                return [field('account').value, field('surplus-account').value, field('check').checked].join(' ');
                """);
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
