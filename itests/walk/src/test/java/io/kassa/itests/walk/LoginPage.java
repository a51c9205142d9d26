package io.kassa.itests.walk;

import java.net.URI;

/** Who is there? */
final class LoginPage {
    private final Window window;

    private LoginPage(Window window) {
        this.window = window;
    }

    /** As somebody who is not known here yet. */
    static LoginPage open(Window window, URI page) {
        window.open(page);
        window.forgetsEverything();
        window.open(page);
        window.awaitThere("login");
        return new LoginPage(window);
    }

    void admin(Login admin) {
        window.press("login-admin");
        window.fill("login-name", admin.name());
        window.fill("login-password", admin.secret());
        window.press("login-ok");
        window.awaitText("who", admin.name());
    }

    /** Where the PIN is asked next. */
    Window choosesCashier(Login cashier) {
        window.press("login-cashier");
        window.press(Window.byId("cashier", "name", cashier.name()));
        return window;
    }

    /** On a browser that stands at a register. */
    void cashier(Login cashier) {
        choosesCashier(cashier);
        cashier.secret().chars().forEach(figure -> window.press("pad-" + (char) figure));
        window.press("login-ok");
        window.awaitText("who", cashier.name());
    }
}
