package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** W12, W13: the customer brings it back. */
class RefundTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w12_aScannedSaleGoesBackToTheCustomersAccountAfterOneConfirmation() {
        PhonePage phone = new PhonePage(SHOP.browser().anotherWindow(), SHOP.sandbox());
        long before = phone.balance();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        String sale = scannedSale(receipt, GYM);

        ReceiptPage page = ReceiptPage.find(SHOP, receipt.transaction(), sale);
        page.refundsAll();
        Modal confirmation = page.step();
        assertThat(confirmation.question()).contains("10.00", receipt.transaction());
        SHOP.window().picture("w12-confirmation");
        confirmation.confirms();
        page.awaitRefunds(1, "DONE");
        SHOP.window().picture("w12-refunded");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the receipt").isEmpty();
        assertThat(page.refunds()).singleElement().asString().contains("10.00");
        assertThat(SHOP.window().text("bookings")).contains("\u2212\u20ac10.00");
        assertThat(SHOP.window().text("sale-receipt")).contains("\u2212\u20ac10.00");
        phone.awaitBalance(before);
        phone.window().picture("w12-phone");
    }

    @Test
    void w12_ofAMixedSaleTheSmartumPartGoesToSmartumAndNeverToCash() {
        long before = SHOP.sandbox().balance();
        String sale = scannedSale(SHOP.sandbox().pays(1000), GYM, DRINK);

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        assertThat(page.proposesAll())
                .hasSize(2)
                .anySatisfy(
                        part -> assertThat(part).contains("Smartum", "10.00").doesNotContain("Cash"));
        assertThat(page.choices()).containsExactly("Cash", "Card");
        SHOP.window().picture("w12-mixed");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the proposal").isEmpty();
        page.begins();
        page.step().confirms();
        assertThat(page.step().question("drawer")).contains("3.00");
        page.step().confirms();
        page.awaitRefunds(1, "DONE");
        SHOP.awaitBalance(before);
    }

    @Test
    void w12_theRestOfAMixedSaleGoesBackAsTheCashierChooses() {
        long before = SHOP.sandbox().balance();
        String sale = scannedSale(SHOP.sandbox().pays(1000), GYM, DRINK);

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.proposesAll();
        page.chooses("card");
        page.begins();
        page.step().confirms();
        assertThat(page.step().question("terminal")).contains("3.00");
        page.step().confirms();
        page.awaitRefunds(1, "DONE");
        assertThat(page.partsBackTo("card")).singleElement().asString().contains("Card", "3.00", "Refunded");
        assertThat(page.partsBackTo(METHOD)).singleElement().asString().contains("Smartum", "10.00", "Refunded");
        assertThat(page.partsBackTo("cash")).isEmpty();
        SHOP.window().picture("w12-mixed-card");
        SHOP.awaitBalance(before);
    }

    @Test
    void w12_aRefundThatIsLeftInTheMiddleStandsOnTheListsUntilItIsFinished() {
        long before = SHOP.sandbox().balance();
        String sale = scannedSale(SHOP.sandbox().pays(1000), GYM, DRINK);
        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.proposesAll();
        page.begins();
        page.step().confirms();
        assertThat(page.step().question("drawer")).contains("3.00");

        SHOP.window().open(SHOP.till().page("/receipts"));
        SHOP.window().text(By.cssSelector("[data-sale='" + sale + "'] [data-testid='receipt-refunding']"));
        SHOP.window().picture("w12-left-receipts");
        Worklist worklist = Worklist.open(SHOP);
        assertThat(worklist.unfinished())
                .singleElement()
                .asString()
                .contains(sale, "Cash", "3.00")
                .doesNotContain("10.00");
        assertThat(SHOP.window().text("worklist-count")).isEqualTo("1");
        SHOP.window().picture("w12-left");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the list").isEmpty();

        Modal drawer = worklist.goesOnWith(sale);
        assertThat(drawer.question("drawer")).contains("3.00");
        drawer.confirms();
        page.awaitRefunds(1, "DONE");
        SHOP.window().awaitGone("worklist-count");
        SHOP.awaitBalance(before);
    }

    @Test
    void w12_whoLooksAtAnothersRefundPutsItAsideAndDoesNotCancelIt() {
        long before = SHOP.sandbox().balance();
        String sale = scannedSale(SHOP.sandbox().pays(1000), GYM);
        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        assertThat(page.step().question()).contains("10.00");

        Window other = SHOP.browser().anotherWindow();
        ReceiptPage looking = ReceiptPage.find(other, SHOP, sale, sale);
        looking.awaitRefunds(1, "UNDER_WAY");
        other.awaitThere("refund-go-on");
        assertThat(other.has("attempt")).as("asked by itself").isFalse();
        other.picture("w12-anothers");
        assertThat(Touch.tooSmallIn(other)).as("another's refund").isEmpty();
        Modal anothers = looking.goesOn();
        other.typeAnywhere(Keys.ESCAPE);
        anothers.awaitClosed();
        anothers = looking.goesOn();
        other.press("dialog-close");
        anothers.awaitClosed();
        looking.awaitRefunds(1, "UNDER_WAY");

        page.step().confirms();
        page.awaitRefunds(1, "DONE");
        looking.awaitRefunds(1, "DONE");
        other.awaitGone("refund-go-on");
        SHOP.awaitBalance(before);
    }

    @Test
    void w12_twoSmartumPaymentsAreToldApartAndTheFormForgetsWhatWasBegun() {
        SmartumReceipt receipt = SHOP.sandbox().pays(600);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        register.pays(METHOD).pasted(receipt.text());
        register.awaitLeft(400);
        Modal typing = register.pays(METHOD);
        typing.entersNumber();
        typing.givesReason("no camera");
        typing.amount("4.00");
        typing.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        String sale = register.saleNumber();

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        assertThat(page.proposes(1, "8.00"))
                .hasSize(2)
                .anySatisfy(part -> assertThat(part).contains(receipt.transaction()))
                .anySatisfy(part -> assertThat(part).contains("asks for the transaction id"));
        SHOP.window().picture("w12-two-payments");
        page.begins();
        page.step();
        assertThat(page.startsAnew("2.00")).isTrue();
        SHOP.window().picture("w12-form-anew");
        page.step().confirms();
        SHOP.window().awaitThere("attempt-text");
        page.step().cancels();
        page.awaitRefunds(1, "PARTLY");
        assertThat(page.startsAnew("5.20")).isTrue();
    }

    @Test
    void w12_aRefundSharesNothingWithAPurchaseOrWithAnotherSaleAndThatIsSaid() {
        String first = scannedSale(SHOP.sandbox().pays(1000), GYM);
        String second = scannedSale(SHOP.sandbox().pays(1000), GYM);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(DRINK);
        JsonNode open = SHOP.admin().get("/api/registers/" + Shop.FIRST);
        String openSale = open.at("/sale/id").asText();

        String lines = "/api/registers/" + Shop.FIRST + "/lines";
        assertThat(refused(lines, Map.of("product", DRINK, "quantity", -1)))
                .as("a return inside a sale")
                .contains("never inside a sale");
        Map<String, Object> wish = Map.of("refund", "w12-" + first, "lines", Map.of(), "methods", Map.of());
        assertThat(refused("/api/receipts/" + openSale + "/refunds", wish))
                .as("a refund of the sale that is open")
                .contains("A refund and a purchase are never mixed");
        SHOP.admin().post("/api/receipts/" + first + "/refunds", wish);
        assertThat(refused("/api/receipts/" + second + "/refunds", wish))
                .as("a second sale in the same refund")
                .contains("Two sales are never refunded at once");

        SHOP.window().open(SHOP.till().page("/receipts/" + second));
        SHOP.window().awaitText("refund-form", "never shares a transaction with a purchase or another sale");
        SHOP.window().picture("w12-alone");
        ReceiptPage.find(SHOP, first, first).goesOn().cancels();
        SHOP.register(Shop.FIRST).cancels();
    }

    /** What the cashier would read: what happened, and what to do. */
    private static String refused(String path, Object body) {
        JsonNode guidance = SHOP.admin().refused(path, body).path("guidance");
        assertThat(guidance.at("/money/texts/en").asText()).isNotBlank();
        return guidance.at("/happened/texts/en").asText() + " "
                + guidance.at("/next/texts/en").asText();
    }

    @Test
    void w12_aLineGoesBackInPartsAndNeverMoreThanItCost() {
        String sale = scannedSale(SHOP.sandbox().pays(1000), GYM);
        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refunds(1, "4.00");
        page.step().confirms();
        page.awaitRefunds(1, "DONE");
        page.refunds(1, "6.00");
        page.step().confirms();
        page.awaitRefunds(2, "DONE");
        assertThat(page.refundable()).as("a third time").isFalse();
        SHOP.window().picture("w12-in-parts");
    }

    @Test
    void w13_aTypedSaleAsksForTheTransactionIdAndRefusesWrongOnesWithWords() {
        long before = SHOP.sandbox().balance();
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        SmartumReceipt smaller = SHOP.sandbox().pays(500);
        SmartumReceipt used = SHOP.sandbox().pays(1000);
        scannedSale(used, GYM);
        String sale = typedSale();

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        Modal modal = page.step();
        SHOP.window().picture("w13-transaction-id");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the step").isEmpty();
        refused(modal, "hello", "refund.id-form");
        refused(modal, "tx_0000000000000000", "refund.id-unknown");
        refused(modal, SHOP.sandbox().issues("OTHER_VENUE", 1000).transaction(), "refund.id-other-venue");
        refused(modal, smaller.transaction(), "refund.id-too-small");
        refused(modal, used.transaction(), "refund.id-used");
        SHOP.window().picture("w13-refused");

        modal.text(receipt.transaction());
        modal.question();
        modal.confirms();
        page.awaitRefunds(1, "DONE");
        SHOP.awaitBalance(before - 1500);
    }

    @Test
    void w13_aWindowThatHasClosedIsSaidBeforeAnythingIsSent() {
        SmartumReceipt old = SHOP.sandbox().issues("OLD", 1000);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(old.picture());
        modal.question();
        SHOP.camera().seesNothing();
        modal.confirms();
        modal.awaitClosed();
        register.completes();
        String sale = register.saleNumber();
        int refundCalls = SHOP.sandbox().calls("REFUND").size();

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        Guidance outcome = page.outcome();
        assertThat(outcome.reason()).isEqualTo("refund.window-closed");
        assertThat(outcome.next()).isNotBlank();
        SHOP.window().picture("w13-window-closed");
        assertThat(SHOP.sandbox().calls("REFUND")).hasSize(refundCalls);
    }

    private static void refused(Modal modal, String id, String reason) {
        modal.text(id);
        Guidance said = modal.problem(reason);
        assertThat(said.happened()).isNotBlank();
        assertThat(said.money()).isNotBlank();
        assertThat(said.next()).isNotBlank();
    }

    private static String scannedSale(SmartumReceipt receipt, String... products) {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(products);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
        if (products.length > 1) {
            register.awaitLeft(300);
            register.paysCash();
        }
        register.awaitLeft(0);
        register.completes();
        return register.saleNumber();
    }

    private static String typedSale() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        modal.givesReason("no camera");
        modal.amount("10.00");
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        return register.saleNumber();
    }
}
