package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.serial.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** A scanner at a serial port of the till's machine; the port is a pseudo-terminal. */
class SerialScannerTest {
    /** On the package of the café's protein bar, 3.20. */
    private static final String BAR = "2000000000022";

    private static final By PLACE = Window.byId("serial-register", "register", Shop.FIRST);

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private Path port;
    private PseudoTerminal scanner;
    private Window office;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue(
                PseudoTerminal.isThere(),
                "socat, which makes the pseudo-terminal, is not installed: apt-get install socat");
        port = SHOP.till().data().resolveSibling("scanner");
        scanner = new PseudoTerminal(port);
        office = SHOP.window();
        office.open(SHOP.till().page("/configuration/scanner"));
        office.awaitAttribute(PLACE, "data-state", "NONE");
        office.press(By.cssSelector("[data-register='" + Shop.FIRST + "'] [data-testid='serial-set']"));
        office.fill("serial-port", port.toString());
        office.press("serial-save");
        office.awaitAttribute(PLACE, "data-state", "OPEN");
    }

    @AfterEach
    void unplug() throws IOException {
        if (scanner != null) {
            scanner.close();
            SHOP.admin().delete("/api/config/scanner/serial/" + Shop.FIRST);
        }
    }

    private void scans(String text) throws IOException {
        scanner.send(text + "\r\n");
    }

    @Test
    void aReceiptPaysInTheModalAndAProductsNumberSellsOutsideOfIt() throws IOException {
        RegisterPage register = SHOP.register(Shop.FIRST);
        scans(BAR);
        register.awaitTotal(320);
        scans(BAR);
        register.awaitTotal(640);
        register.cancels();

        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.sells(GYM);
        Modal modal = register.pays(METHOD);
        scans(receipt.text());
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.completes();

        Traces traces = new Traces(receipt.text().substring(20, 60));
        traces.lookAt("the log", Files.readString(SHOP.till().data().resolve("log/till.0.log")));
        traces.lookAt("the overview", SHOP.admin().text("/api/config/scanner/serial"));
        assertThat(traces.found()).isEmpty();
    }

    @Test
    void wherePagesWithoutARegisterAskForATransactionTheReceiptsCodeIsScanned() throws IOException {
        SHOP.login().cashier(Login.CASHIER);
        try {
            refundsByCode();
            verifiesByCode();
        } finally {
            SHOP.logIn();
        }
    }

    private void refundsByCode() throws IOException {
        long before = SHOP.sandbox().balance();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        String sale = typedSale();
        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        Modal modal = page.step();
        SHOP.window().picture("w13-serial");
        scans(receipt.text());
        assertThat(modal.question()).contains(receipt.transaction());
        modal.confirms();
        page.awaitRefunds(1, "DONE");
        SHOP.awaitBalance(before);
    }

    private void verifiesByCode() throws IOException {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        String sale = typedSale();
        Worklist worklist = Worklist.open(SHOP);
        worklist.asksAbout(sale);
        scans(receipt.text());
        worklist.closesVerdict();
        worklist.awaitNothingOf(sale);
    }

    @Test
    void whereTheRegisterAsksForTheTransactionOfATypedPaymentTheReceiptsCodeIsScanned() throws IOException {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        RegisterPage register = typedPayment();
        SHOP.window().press("tender-verify");
        SHOP.window().awaitThere("verify-dialog");
        scans(receipt.text());
        SHOP.window().awaitThere("verified");
        SHOP.window().press("verify-done");
        SHOP.window().awaitGone("tender-verify");
        assertThat(register.asksAboutAScan()).isFalse();
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.completes();
    }

    private static String typedSale() {
        RegisterPage register = typedPayment();
        register.completes();
        return register.saleNumber();
    }

    private static RegisterPage typedPayment() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        modal.givesReason("no camera");
        modal.amount("10.00");
        modal.awaitClosed();
        return register.awaitLeft(0);
    }

    @Test
    void itIsHeardAgainAfterItWasUnpluggedAndSaysHowItIs() throws IOException {
        scanner.close();
        office.awaitAttribute(PLACE, "data-state", "ABSENT");
        assertThat(office.text("serial-advice")).contains("Plug the scanner in");
        scanner = new PseudoTerminal(port);
        office.awaitAttribute(PLACE, "data-state", "OPEN");

        RegisterPage register = SHOP.register(SHOP.browser().anotherWindow(), Shop.FIRST);
        scans(BAR);
        register.awaitTotal(320);
        office.awaitAttribute(Window.byId("serial-last"), "data-kind", "PRODUCT");
        assertThat(office.source()).doesNotContain(BAR);
        office.picture("w-serial");
        register.cancels();
    }

    @Test
    void ofTwoPagesAtOneRegisterOneActs() throws IOException {
        RegisterPage first = SHOP.register(Shop.FIRST);
        RegisterPage second = SHOP.register(SHOP.browser().anotherWindow(), Shop.FIRST);

        scans(BAR);

        second.awaitTotal(320);
        first.awaitTotal(320);
        first.cancels();
    }

    @Test
    void theLibraryLiesInTheTillsFolder() throws IOException {
        try (Stream<Path> files = Files.walk(SHOP.till().data())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).contains("libjSerialComm.so");
        }
    }
}
