package io.kassa.itests.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A host that shares nothing with the reference till but the contract and the books, set up by the words of docs/host-guide.md
 * and used by somebody who types.
 */
class ShellHostTest {

    private static final long PRICE = 1_000;
    private static final String SELL = "pos:pay smartum 10.00=liikunta";

    private static Terminal terminal;
    private static Sandbox sandbox;

    @BeforeAll
    static void open() throws IOException {
        terminal = Terminal.open();
        sandbox = new Sandbox(terminal.pages());
        sandbox.isUp();
        sandbox.refundsAtAnyTime();
        configure();
        isThere();
    }

    @AfterAll
    static void close() {
        terminal.close();
    }

    /** A test that failed in the middle must not take the others with it. */
    @BeforeEach
    void nobodyIsInTheMiddle() {
        terminal.settles();
    }

    @Test
    void aSaleIsPaidWithAReceipt_andRefundedOnce() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);

        String sale = sells(receipt);
        terminal.types("pos:refund " + sale);
        terminal.sees("[:y] Return €10.00");
        terminal.types(":y");
        terminal.sees("Refunded €10.00.");
        terminal.types("pos:refund " + sale);
        terminal.sees("! Of sale " + sale + ", €0.00 can still go back.");

        assertThat(sandbox.payment(receipt.transaction()).path("refunds")).hasSize(1);
    }

    @Test
    void onlyTheProductsThatTheFilterAccepts_areEligible_andASurplusIsConfirmed() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE + 500);

        terminal.types("pos:pay smartum 10.00=liikunta 4.50");
        terminal.sees("Due €14.50. Smartum may pay €10.00 of it.");
        terminal.sees("> ");
        terminal.types(receipt.code());
        terminal.sees("[:y]");
        terminal.types(":y");

        terminal.sees("Paid €10.00. Left to pay €4.50.");
        terminal.sees("The customer gave €5.00 more than could be used.");
        terminal.types("pos:pay smartum 4.50=hieronta");
        terminal.sees("! Smartum may pay none of these products.");
    }

    @Test
    void aRefusedCode_isAskedForAgain_withTheReason_inTheCashiersLanguage() {
        terminal.types("pos:pay -l fi smartum 10=liikunta");
        terminal.sees("> ");
        terminal.types("tx_nobodyKnowsThis0");
        terminal.sees("! ");
        terminal.sees("[:x] Peruuta");
        terminal.types(":x");
        terminal.sees("Peruutettu. Mitään ei kirjattu.");
    }

    @Test
    void aCancelledPayment_booksNothing_andItsReceiptPaysTheNext() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE + 100);
        terminal.types(SELL);
        terminal.sees("> ");
        terminal.types(receipt.code());
        terminal.sees("[:y]");
        terminal.types(":x");
        terminal.sees("Cancelled. Nothing was booked.");

        terminal.types("pos:pay smartum 11.00=liikunta");
        terminal.sees("> ");
        terminal.types(receipt.code());
        terminal.sees("Paid €11.00. Left to pay €0.00.");
    }

    @Test
    void aReceipt_paysOneSaleOnly() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);
        String sale = sells(receipt);

        terminal.types(SELL);
        terminal.sees("> ");
        terminal.types(receipt.code());
        terminal.sees(sale);
        terminal.sees("> ");
        terminal.types(":x");
        terminal.sees("Cancelled.");
    }

    @Test
    void aTypedAmount_wantsAReason_andItsRefundATransaction() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);
        terminal.types(SELL);
        terminal.sees("[:1]");
        terminal.sees("> ");
        terminal.types(":1");
        terminal.sees("Why do you vouch for it?");
        terminal.types("the camera is broken");
        terminal.sees("> ");
        terminal.types("10");
        terminal.sees("  Receipt ");
        String sale = lastSale();

        terminal.types("pos:refund " + sale);
        terminal.sees("Such as tx_");
        terminal.types("tx_nobodyKnowsThis0");
        terminal.sees("! ");
        terminal.sees("> ");
        terminal.types(receipt.transaction());
        terminal.sees("[:y]");
        terminal.types(":y");
        terminal.sees("Refunded €10.00.");
    }

    @Test
    void aRefundWhoseAnswerWasLost_isFoundOutByItself() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);
        String sale = sells(receipt);
        sandbox.troubles("REFUND", Map.of("kind", "lose-answer-after-processing"));

        terminal.types("pos:refund " + sale);
        terminal.sees("> ");
        terminal.types(":y");
        terminal.sees("! ");

        terminal.typesUntil("pos:resume", "Nothing is under way, and everything is known.");
        assertThat(sandbox.payment(receipt.transaction()).path("refunds")).hasSize(1);
        terminal.types("pos:refund " + sale);
        terminal.sees("€0.00 can still go back.");
    }

    @Test
    void whatWasScannedBeforeAPowerCut_isNotScannedAgain() throws IOException {
        Sandbox.Receipt receipt = sandbox.pays(PRICE + 500);
        terminal.types(SELL);
        String attempt = terminal.seesRestOf("pos:resume ");
        terminal.sees("> ");
        terminal.types(receipt.code());
        terminal.sees("[:y]");
        assertThat(filesThatTell(receipt.code())).isEmpty();

        terminal.kill();
        terminal.start();
        isThere();
        terminal.types("pos:resume");
        terminal.sees(attempt);
        terminal.types("pos:resume " + attempt);
        terminal.sees("[:y]");
        terminal.types(":y");

        terminal.sees("Paid €10.00.");
        assertThat(terminal.everything()).doesNotContain("Scan Smartum QR code");
        terminal.typesUntil("pos:resume", "Nothing is under way");
    }

    @Test
    void aRefundThatWasOnItsWayAtAPowerCut_happensOnce() throws IOException, InterruptedException {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);
        String sale = sells(receipt);
        sandbox.troubles("REFUND", Map.of("kind", "slow-drip", "millisPerByte", 2000));
        terminal.types("pos:refund " + sale);
        terminal.sees("> ");
        terminal.types(":y");
        long end = System.nanoTime() + 10_000_000_000L;
        while (sandbox.payment(receipt.transaction()).path("refunds").isEmpty() && System.nanoTime() - end < 0) {
            Thread.sleep(20);
        }

        terminal.kill();
        terminal.start();
        isThere();

        terminal.typesUntil("pos:resume", "Nothing is under way, and everything is known.");
        terminal.types("pos:refund " + sale);
        terminal.sees("€0.00 can still go back.");
        assertThat(sandbox.payment(receipt.transaction()).path("refunds")).hasSize(1);
    }

    @Test
    void aDryRun_asksNothingAndBooksNothing() {
        terminal.types("pos:pay -n smartum 10.00=liikunta");
        terminal.sees("Smartum may pay €10.00 of it.");
        terminal.sees("g! ");
        terminal.types("pos:resume");
        terminal.sees("Nothing is under way");
    }

    @Test
    void theCommandsOfThePlugIn_tellHowItIsConfigured_andNoSecret() {
        String secret = sandbox.connection().path("clientSecret").asText();

        terminal.types("smartum:status -t");
        terminal.sees("secret    there");
        terminal.sees("test      OK reachable");
        terminal.sees("test      OK key");
        terminal.types("smartum:keys");
        terminal.sees("smartum\n  ");
        terminal.types("smartum:unknown");
        terminal.sees("everything is known");

        assertThat(terminal.everything()).doesNotContain(secret);
    }

    @Test
    void aReceiptIsVerified_withoutBeingUsed_andItsCodeIsNotShown() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);

        terminal.types("smartum:verify");
        terminal.sees("Code: ");
        terminal.types(receipt.code());
        terminal.sees("genuine: " + receipt.transaction() + ", €10.00");
        terminal.sees("not used here");
        terminal.sees("would be taken, CONFIRMED");
        String sale = sells(receipt);
        terminal.types("smartum:verify -n");
        terminal.sees("Code: ");
        terminal.types(receipt.code());
        terminal.sees("used by sale " + sale);

        assertThat(terminal.everything()).doesNotContain(receipt.code());
    }

    @Test
    void aRefundThatIsNotKnown_isListed_andSmartumCanBeAskedAboutIt() {
        Sandbox.Receipt receipt = sandbox.pays(PRICE);
        String sale = sells(receipt);
        sandbox.troubles("REFUND", Map.of("kind", "process-late", "seconds", 4));
        terminal.types("pos:refund " + sale);
        terminal.sees("> ");
        terminal.types(":y");
        terminal.sees("! ");

        terminal.types("smartum:unknown");
        terminal.sees(", sale " + sale + ", transaction " + receipt.transaction());
        terminal.types("smartum:inquire -n " + receipt.transaction());
        terminal.sees("would ask http://127.0.0.1:");
        terminal.types("smartum:inquire " + receipt.transaction());
        terminal.sees("refund not known: attempt ");
        terminal.sees("Smartum: " + receipt.transaction());

        terminal.typesUntil("smartum:unknown", "everything is known");
        assertThat(sandbox.payment(receipt.transaction()).path("refunds")).hasSize(1);
    }

    private static String sells(Sandbox.Receipt receipt) {
        terminal.types(SELL);
        terminal.sees("> ");
        terminal.types(receipt.code());
        terminal.sees("  Receipt ");
        String sale = lastSale();
        terminal.sees("Paid €10.00. Left to pay €0.00.");
        return sale;
    }

    private static String lastSale() {
        return terminal.seesRestOf("SH-").transform(number -> "SH-" + number);
    }

    private static void isThere() {
        sandbox.isUp();
        terminal.typesUntil("pos:methods", "smartum  Smartum, version");
    }

    /** As the guide says: a secret in a file of its own, and the settings in a file that names it. */
    private static void configure() throws IOException {
        JsonNode connection = sandbox.connection();
        Files.writeString(
                terminal.data().resolve("secrets/smartum"),
                connection.path("clientSecret").asText());
        Path fresh = terminal.data().resolve("smartum.new");
        Files.write(
                fresh,
                List.of(
                        "smartumUrl = " + connection.path("root").asText(),
                        "smartumClientId = " + connection.path("clientId").asText(),
                        "smartumClientSecret = $[secret:smartum]",
                        "smartumApiPublicKey = "
                                + connection.path("publicKey").asText().strip().replace("\n", " "),
                        "smartumVenueId = " + Sandbox.VENUE,
                        "smartumBenefitType = " + Sandbox.BENEFIT,
                        "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel = liikunta",
                        "refundWindow = DAYS 1",
                        "requestMillis = 2000"));
        Files.move(fresh, terminal.data().resolve("settings/io.kassa.smartum-sport.cfg"));
    }

    private static List<Path> filesThatTell(String code) throws IOException {
        try (Stream<Path> files = Files.walk(terminal.data())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(terminal.data().resolve("sandbox")))
                    .filter(file -> tells(file, code))
                    .toList();
        }
    }

    private static boolean tells(Path file, String code) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(code);
        } catch (IOException e) {
            // a file that went away tells nothing
            return false;
        }
    }
}
