package io.kassa.itests.walk;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** One headless Chromium with a camera, a profile of its own, and as many windows as a test needs. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Dimension TILL_SCREEN = new Dimension(1024, 768);

    /** Selenium warns about a protocol version that nobody here uses; a logger lives as long as somebody holds it. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final Window first;
    private Window front;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.first = new Window(this, driver.getWindowHandle());
        this.front = first;
        size(TILL_SCREEN);
    }

    static Browser open(Path folder, FakeCamera camera) {
        if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
            throw new IllegalStateException(
                    "The walk needs Chromium and its driver: apt-get install chromium chromium-driver");
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        return new Browser(new ChromeDriver(service, options(folder, camera)));
    }

    private static ChromeOptions options(Path folder, FakeCamera camera) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-background-timer-throttling",
                "--disable-backgrounding-occluded-windows",
                "--disable-renderer-backgrounding",
                "--lang=en",
                "--user-data-dir=" + folder.resolve("profile"),
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + camera.file());
        return options;
    }

    Window window() {
        return first;
    }

    Window anotherWindow() {
        return anotherWindow(TILL_SCREEN);
    }

    /** @param screen that the page fills */
    Window anotherWindow(Dimension screen) {
        driver.switchTo().newWindow(WindowType.WINDOW);
        size(screen);
        front = new Window(this, driver.getWindowHandle());
        return front;
    }

    /** As a till shows it: the page alone fills the screen. */
    private void size(Dimension screen) {
        driver.manage().window().setSize(screen);
        Number frame = (Number) driver.executeScript("return outerHeight - innerHeight");
        driver.manage().window().setSize(new Dimension(screen.getWidth(), screen.getHeight() + frame.intValue()));
    }

    /** A screen smaller than the browser makes its windows, until {@link #asItIs}. */
    void narrow(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
    }

    void asItIs() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** The window that was used last. */
    Window front() {
        return front;
    }

    /** What the pages complained about since this was asked last: script errors, refused content, failed requests. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    <T> T in(Window window, Supplier<T> action) {
        if (!driver.getWindowHandle().equals(window.handle())) {
            driver.switchTo().window(window.handle());
        }
        front = window;
        return action.get();
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
