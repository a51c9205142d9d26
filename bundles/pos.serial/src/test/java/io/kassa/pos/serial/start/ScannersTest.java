package io.kassa.pos.serial.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.ScannerStatus;
import io.kassa.pos.host.scanners.ScannerStatus.State;
import io.kassa.pos.host.scanners.SerialScanners.Listener;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.host.scanners.SerialSettings.Ending;
import io.kassa.pos.host.scanners.SerialSettings.Parity;
import io.kassa.pos.serial.PseudoTerminal;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** Scanners at pseudo-terminals, opened by the library that a shop opens its ports with. */
@Timeout(60)
class ScannersTest {

    @TempDir
    Path folder;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final MemoryConfigurations memory = new MemoryConfigurations();
    private Scanners scanners;
    private Path port;

    @BeforeEach
    void start() {
        assumeTrue(
                PseudoTerminal.isThere(),
                "socat, which makes the pseudo-terminal, is not installed: apt-get install socat");
        port = folder.resolve("scanner");
        open(true);
    }

    private void open(boolean pseudo) {
        assertThat(NativeLibrary.load(folder.resolve("native"), System.getProperty("os.name")))
                .isTrue();
        scanners = new Scanners(new Remembered(memory.admin()), new CommPorts(pseudo));
        scanners.subscribe(new Listener() {
            @Override
            public void heard(String register, Heard what) {
                heard.add(what);
            }

            @Override
            public void changed(String register) {
                // asked for below
            }
        });
    }

    @AfterEach
    void stop() {
        if (scanners != null) {
            scanners.stop();
        }
    }

    @Test
    void twoScansComeInOneAfterTheOther() throws Exception {
        try (var scanner = new PseudoTerminal(port)) {
            scanners.use("1", settings(9600, Ending.CR));
            becomes(State.OPEN);
            scanner.send("one\r\ntwo\r\n");

            assertThat(next()).isEqualTo(new Heard.Scan("one"));
            assertThat(next()).isEqualTo(new Heard.Scan("two"));
        }
    }

    @Test
    void theLongestReceiptComesInWhole() throws Exception {
        String receipt = "x".repeat(SerialSettings.LONGEST);
        try (var scanner = new PseudoTerminal(port)) {
            scanners.use("1", settings(115200, Ending.CR));
            becomes(State.OPEN);
            for (int times = 0; times < 3; times++) {
                scanner.send(receipt + "\r");

                assertThat(next()).isEqualTo(new Heard.Scan(receipt));
            }
        }
    }

    @Test
    void aPauseEndsAScan() throws Exception {
        try (var scanner = new PseudoTerminal(port)) {
            scanners.use("1", settings(9600, Ending.PAUSE));
            becomes(State.OPEN);
            scanner.send("one");
            assertThat(next()).isEqualTo(new Heard.Scan("one"));
        }
    }

    @Test
    void aScannerThatIsUnpluggedIsHeardAgainWhenItIsBack() throws Exception {
        scanners.use("1", settings(9600, Ending.CR));
        becomes(State.ABSENT);
        for (int times = 0; times < 3; times++) {
            try (var scanner = new PseudoTerminal(port)) {
                becomes(State.OPEN);
                scanner.send("half of it");
            }
            becomes(State.ABSENT);
        }
        try (var scanner = new PseudoTerminal(port)) {
            becomes(State.OPEN);
            scanner.send("whole\r");

            assertThat(next()).isEqualTo(new Heard.Scan("whole"));
        }
    }

    @Test
    void afterAFloodOfRubbishTheNextScanIsRead() throws Exception {
        byte[] rubbish = new byte[300_000];
        new Random(5).nextBytes(rubbish);
        try (var scanner = new PseudoTerminal(port)) {
            scanners.use("1", settings(9600, Ending.CR));
            becomes(State.OPEN);
            scanner.send(rubbish);
            scanner.send("\rafter it\r");

            for (Heard each = next(); !each.equals(new Heard.Scan("after it")); each = next()) {
                assertThat(each).isNotNull();
            }
            assertThat(status().state()).isEqualTo(State.OPEN);
        }
    }

    @Test
    void theWrongEndIsSaidAndTheRightOneServesAtOnce() throws Exception {
        try (var scanner = new PseudoTerminal(port)) {
            scanners.use("1", settings(9600, Ending.ETX));
            becomes(State.OPEN);
            scanner.send("one\r");
            assertThat(next()).isEqualTo(new Heard.Unreadable(Heard.Why.NO_END));

            scanners.use("1", settings(9600, Ending.CR));
            becomes(State.OPEN);
            scanner.send("two\r");
            assertThat(next()).isEqualTo(new Heard.Scan("two"));
        }
    }

    @Test
    void aPortHasOneRegisterAndTheOtherIsToldSo() throws Exception {
        try (var scanner = new PseudoTerminal(port)) {
            scanners.use("1", settings(9600, Ending.CR));
            becomes(State.OPEN);
            scanners.use("2", settings(9600, Ending.CR));
            becomes("2", State.IN_USE);
            scanner.send("one\r");

            assertThat(next()).isEqualTo(new Heard.Scan("one"));
            scanners.stop("1");
            becomes("2", State.OPEN);
        }
    }

    @Test
    void whatIsNoSerialPortIsNotOpened() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (String name : new String[] {"/dev/null", "/dev/tty", file.toString()}) {
            scanners.use("1", at(name, 9600, Ending.CR));
            becomes(State.NOT_A_PORT);
        }
    }

    @Test
    void aTerminalThatSomebodyMayTypeAtIsNoPort() throws Exception {
        scanners.stop();
        open(false);
        try (var terminal = new PseudoTerminal(port)) {
            scanners.use("1", settings(9600, Ending.CR));
            becomes(State.NOT_A_PORT);
            terminal.send("typed\r");
            assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aRegisterHasItsScannerAlsoAfterARestartUntilItIsTakenAway() throws Exception {
        scanners.use("1", settings(19200, Ending.LF));
        scanners.stop();
        open(true);
        assertThat(status().settings()).isEqualTo(settings(19200, Ending.LF));
        try (var scanner = new PseudoTerminal(port)) {
            becomes(State.OPEN);
            scanner.send("one\n");
            assertThat(next()).isEqualTo(new Heard.Scan("one"));
        }
        scanners.stop("1");
        scanners.stop();
        open(true);
        assertThat(scanners.scanners()).isEmpty();
    }

    @Test
    void theLibraryLiesInTheFolderItIsGiven() {
        assertThat(Path.of(System.getProperty("jSerialComm.library.path")).getFileName())
                .isEqualTo(Path.of("native"));
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), "jSerialComm")).doesNotExist();
    }

    @Test
    void whereItIsLookedForMeanwhileIsAsItWasAlsoWhereThatWasNowhere() {
        String home = System.clearProperty("user.home");
        String temporary = System.getProperty("java.io.tmpdir");
        try {
            assertThat(NativeLibrary.load(folder.resolve("native"), System.getProperty("os.name")))
                    .isTrue();
            assertThat(System.getProperty("user.home")).isNull();
            assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(temporary);
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void withoutSuchAScannerNothingIsLoadedUntilThePortsAreAskedFor() {
        List<String> asked = new ArrayList<>();
        var bundle = (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (self, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getName().equals("getDataFile")
                            ? folder.resolve("native").toFile()
                            : null;
                });
        var without = new Scanners(bundle, new MemoryConfigurations().admin());
        assertThat(without.scanners()).isEmpty();
        assertThat(asked).isEmpty();

        without.devices();
        without.devices();
        assertThat(asked).containsExactly("getDataFile", "getProperty");
        without.stop();
    }

    @Test
    void aTillWithoutALibraryRunsAndSaysSo() {
        assertThat(NativeLibrary.load(folder, "Plan 9")).isFalse();
        var without = new Scanners(new Remembered(new MemoryConfigurations().admin()), new NoPorts());
        without.use("1", settings(9600, Ending.CR));
        for (int tries = 0; without.scanners().get(0).state() != State.UNSUPPORTED && tries < 100; tries++) {
            pause();
        }
        assertThat(without.scanners().get(0).state()).isEqualTo(State.UNSUPPORTED);
        assertThat(without.devices()).isEmpty();
        without.stop();
    }

    private Heard next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    private void becomes(State state) {
        becomes("1", state);
    }

    private void becomes(String register, State state) {
        for (int tries = 0; status(register).state() != state && tries < 300; tries++) {
            pause();
        }
        assertThat(status(register).state()).isEqualTo(state);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScannerStatus status() {
        return status("1");
    }

    private ScannerStatus status(String register) {
        return scanners.scanners().stream()
                .filter(each -> each.register().equals(register))
                .findFirst()
                .orElseThrow();
    }

    private SerialSettings settings(int baud, Ending ending) {
        return at(port.toString(), baud, ending);
    }

    private static SerialSettings at(String port, int baud, Ending ending) {
        return new SerialSettings(port, baud, 8, Parity.NONE, 1, ending, "");
    }
}
