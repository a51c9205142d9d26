package io.kassa.itests.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One demo till, its sandbox, and a browser with a camera, for all tests of a class. */
final class Shop implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, TestExecutionExceptionHandler {
    /** The registers of the demo. */
    static final String FIRST = "R1";

    static final String SECOND = "R2";

    private final Function<Path, TillProcess> start;
    private final boolean ready;
    private TillProcess till;
    private FakeCamera camera;
    private Browser browser;
    private Sandbox sandbox;
    private TillApi admin;

    private Shop(Function<Path, TillProcess> start, boolean ready) {
        this.start = start;
        this.ready = ready;
    }

    /** As {@code ./pos run} on a clean clone leaves it. */
    static Shop justStarted() {
        return new Shop(TillProcess::start, false);
    }

    /** With Smartum configured, enabled and on register 1, and an admin logged in to the browser. */
    static Shop ready() {
        return new Shop(TillProcess::start, true);
    }

    /** The same as {@code ./pos debug} starts it. */
    static Shop readyWithConsole() {
        return new Shop(TillProcess::startDebug, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Path folder = Project.scratch(context.getRequiredTestClass().getSimpleName());
        till = start.apply(folder);
        sandbox = new Sandbox(till.sandboxPages());
        camera = FakeCamera.in(folder);
        browser = Browser.open(folder, camera);
        if (ready) {
            SmartumSetup.of(admin(), sandbox).everything();
            logIn();
        }
    }

    /** What a failed test left open at the registers is no concern of the next one. */
    @Override
    public void beforeEach(ExtensionContext context) {
        camera.seesNothing();
        if (ready) {
            new Counter(admin(), FIRST).clear();
            new Counter(admin(), SECOND).clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            browser.close();
        }
        if (till != null) {
            till.close();
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        String name = "FAILED " + context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName();
        browser.front().picture(name.replaceAll("[^A-Za-z0-9]+", "-"));
        failure.addSuppressed(new AssertionError(
                "the page said:\n" + browser.front().everything() + "\nand complained: " + browser.complaints()));
        throw failure;
    }

    TillProcess till() {
        return till;
    }

    FakeCamera camera() {
        return camera;
    }

    Browser browser() {
        return browser;
    }

    Window window() {
        return browser.window();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** The till's API; one session until the till is started again. */
    TillApi admin() {
        if (admin == null) {
            admin = TillApi.asAdmin(till.page("/"), Login.ADMIN);
        }
        return admin;
    }

    /** The power fails, and comes back; whoever was logged in to the browser still is. */
    void powerCut() {
        powerCut(() -> {});
    }

    /** Something happens to the till's files before the power comes back. */
    void powerCut(Runnable meanwhile) {
        till.kill();
        meanwhile.run();
        till.start();
        admin = null;
    }

    void logIn() {
        login().admin(Login.ADMIN);
    }

    LoginPage login() {
        return LoginPage.open(window(), till.page("/"));
    }

    /** The page of a register, in the browser's first window. */
    RegisterPage register(String id) {
        return register(window(), id);
    }

    RegisterPage register(Window in, String id) {
        return RegisterPage.open(in, till.page("/register/" + id), new Catalogue(admin().get("/api/config/products")));
    }

    /** A sale receipt as the till's API has it. */
    JsonNode receipt(String sale) {
        return admin().get("/api/receipts/" + sale);
    }

    /** Until the customer has that much again, in cents. */
    void awaitBalance(long cents) {
        Eventually.within(
                Duration.ofSeconds(20),
                "the customer has " + cents + " cents",
                () -> sandbox.balance() == cents ? Optional.of(true) : Optional.empty());
    }
}
