package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** W10: whatever is held before the camera, nothing is booked that should not be, and the cashier knows what to do. */
class BadReceiptsTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private RegisterPage register;

    @BeforeEach
    void stepUp() {
        register = SHOP.register(Shop.FIRST).sells(GYM);
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_VENUE, receipt.other-venue",
        "OTHER_BENEFIT, receipt.other-benefit",
        "ALREADY_REFUNDED, receipt.refunded",
        "CANCELLED, receipt.not-paid",
        "FORGED, receipt.forged",
        "UNSIGNED, receipt.unsigned",
        "WRONG_KEY, receipt.unknown-key",
        "OTHER_ALGORITHM, receipt.other-algorithm",
        "SHARED_SECRET, receipt.other-algorithm",
        "EMBEDDED_KEY, receipt.suspicious-header",
        "CRITICAL_HEADER, receipt.suspicious-header",
        "UNKNOWN, receipt.unknown-to-provider",
        "EXPIRED, receipt.expired",
        "FUTURE, receipt.from-future",
        "NOT_PAID, receipt.not-paid",
        "OTHER_CURRENCY, receipt.other-currency",
        "NO_AMOUNT, receipt.no-amount",
        "TRUNCATED, receipt.broken",
        "WEB_LINK, receipt.web-link",
    })
    void w10_theCameraSees(String kind, String reason) {
        SmartumReceipt receipt = SHOP.sandbox().issues(kind, 1000);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        refused(modal, reason);
        SHOP.window().picture("w10-" + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @ParameterizedTest
    @CsvSource({"'not a code at all', receipt.not-smartum-code", "'tx_', receipt.not-smartum-code"})
    void w10_aHandScannerTypes(String text, String reason) {
        Modal modal = register.pays(METHOD);
        modal.handScanner(text, Keys.ENTER);
        refused(modal, reason);
    }

    @Test
    void w10_whatAScannerTypesIsCountedWhileItComesIn() {
        SmartumReceipt forged = SHOP.sandbox().issues("FORGED", 1000);
        Modal modal = register.pays(METHOD);
        SHOP.window().notesWhatSays("scan-state");
        modal.handScanner(forged.text(), Keys.ENTER);
        refused(modal, "receipt.forged");
        assertThat(SHOP.window().said().stream()
                        .distinct()
                        .filter(said -> said.toString().matches(".*\\d+.*")))
                .hasSizeGreaterThan(10)
                .noneMatch(said -> said.toString().contains(forged.text().substring(0, 12)));
    }

    /** The picture is the first of two codes that share one text (structured append). */
    @Test
    void w10_aPartOfATextIsNamedAsWhatItIsAndTheWholeReceiptIsTakenAfterIt() throws IOException {
        Modal modal = register.pays(METHOD).awaitCamera();
        try (InputStream part = BadReceiptsTest.class.getResourceAsStream("part.png")) {
            SHOP.camera().sees(part.readAllBytes());
        }
        refused(modal, "page.picture.part");
        SHOP.window().awaitAttribute(Window.byId("outline"), "data-state", "refused");
        SHOP.window().picture("w10-part");
        SHOP.camera().sees(SHOP.sandbox().pays(1000).picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        SHOP.camera().seesNothing();
        register.completes();
    }

    @Test
    void w10_nothingIsRefusedToo() {
        Modal modal = register.pays(METHOD);
        modal.pasted("   ");
        refused(modal, "receipt.empty");
    }

    @Test
    void w10_tenThousandCharactersOfRubbishAreRefusedAndNotDrawn() {
        SmartumReceipt rubbish = SHOP.sandbox().issues("RUBBISH", 1000);
        Modal modal = register.pays(METHOD);
        modal.pasted(rubbish.text());
        refused(modal, "receipt.too-long");
        assertThat(SHOP.window().source()).doesNotContain(rubbish.text().substring(0, 40));
    }

    @Test
    void w10_aReceiptThatWasUsedNamesTheSaleAlsoAtAnotherRegisterAndInAnotherConfiguration() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
        register.completes();
        String sale = register.saleNumber();
        register.nextSale();

        register.sells(GYM);
        modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        Guidance used = refused(modal, "receipt.used");
        assertThat(used.happened() + used.money() + used.next()).contains(sale);
        SHOP.window().picture("w10-used");
        SHOP.camera().seesNothing();
        modal.cancels();

        SmartumSetup setup = SmartumSetup.of(SHOP.admin(), SHOP.sandbox());
        setup.addTo(Shop.SECOND, METHOD);
        setup.sameAgainAs("other-configuration", Shop.SECOND);
        RegisterPage other =
                SHOP.register(SHOP.browser().anotherWindow(), Shop.SECOND).sells(GYM);
        for (String method : new String[] {METHOD, "other-configuration"}) {
            modal = other.pays(method).awaitCamera();
            SHOP.camera().sees(receipt.picture());
            assertThat(modal.problem("receipt.used").happened()).as(method).contains(sale);
            SHOP.camera().seesNothing();
            modal.cancels();
        }
    }

    @Test
    void w10_aReceiptThatPaysTheOpenSaleIsNotCalledAnotherSales() {
        SmartumReceipt receipt = SHOP.sandbox().pays(400);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
        modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        assertThat(modal.problem("receipt.used-here").happened()).isEqualTo("This receipt pays this sale already.");
        SHOP.camera().seesNothing();
        modal.cancels();
        assertThat(SHOP.window().text("cart-sale")).matches("Sale R1-\\d{6}");
        SHOP.window().picture("w10-used-here");
    }

    @Test
    void w10_theModalIsReadyForTheNextScan() {
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(SHOP.sandbox().issues("FORGED", 1000).picture());
        refused(modal, "receipt.forged");
        SHOP.camera().sees(SHOP.sandbox().issues("OTHER_VENUE", 1000).picture());
        refused(modal, "receipt.other-venue");
        SHOP.camera().sees(SHOP.sandbox().pays(1000).picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        SHOP.camera().seesNothing();
        register.completes();
    }

    @ParameterizedTest
    @CsvSource({"OLD", "PART_CARD"})
    void w10_aDoubtIsShownAndTheCashierDecides(String kind) {
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(SHOP.sandbox().issues(kind, 1000).picture());
        assertThat(modal.question()).isNotBlank();
        SHOP.window().picture("w10-" + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
        SHOP.camera().seesNothing();
        modal.cancels();
        assertThat(register.tenders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"IN_A_LINK", "NUMBER_ONLY"})
    void w10_aGenuineReceiptInAnotherWrappingIsGood(String kind) {
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(SHOP.sandbox().issues(kind, 1000).picture());
        modal.awaitClosed();
        register.awaitLeft(0);
        SHOP.camera().seesNothing();
        register.completes();
    }

    private Guidance refused(Modal modal, String reason) {
        Guidance said = modal.problem(reason);
        assertThat(said.happened()).isNotBlank();
        assertThat(said.money()).isNotBlank();
        assertThat(said.next()).isNotBlank();
        assertThat(register.tenders()).as("booked").isEmpty();
        assertThat(modal.open()).as("ready for the next scan").isTrue();
        return said;
    }
}
