package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Hand scanners of any speed, with any signs around their codes, and a person who types. */
class TypingSpeedTest {
    /** On the package of the café's protein bar, 3.20. */
    private static final String BAR = "2000000000022";

    private static final Duration LONGEST_SCAN = Duration.ofSeconds(45);

    /** Longer than any pause that may belong to a scan. */
    private static final Duration UNTIL_OVER = Duration.ofMillis(800);

    /**
     * Presses keys at their times: each a text for `key`, or an array of `key`, `code` and what else is to be said of it; a number is
     * a pause before the next. A busy machine presses them late, and says when they were due, as a browser does of real ones; a page
     * that stood still for so many milliseconds hears all at once of those that were pressed meanwhile.
     */
    private static final String TYPES = """
            const [keys, millis, stalled] = [%s, %d, %d];
            window.typed = false;
            const codeOf = (key) => (/^[0-9]$/.test(key) ? `Digit${key}` : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '');
            let due = performance.now() - stalled;
            const strike = (given) => {
              const [key, code, more] = Array.isArray(given) ? given : [given, codeOf(given)];
              const shiftKey = /^[A-Z]$/.test(key);
              const event = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true, ...more });
              Object.defineProperty(event, 'timeStamp', { value: due });
              (document.activeElement ?? document.body).dispatchEvent(event);
            };
            const press = () => {
              while (keys.length > 0 && due <= performance.now()) {
                const next = keys.shift();
                if (typeof next !== 'number') strike(next);
                due += typeof next === 'number' ? next : millis;
              }
              if (keys.length > 0) setTimeout(press, due - performance.now());
              else window.typed = true;
            };
            press();
            """;

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private RegisterPage register;

    @BeforeEach
    void open() {
        register = SHOP.register(Shop.FIRST);
    }

    @ParameterizedTest(name = "{0} ms a key, then {1}")
    @CsvSource({
        "1, none",
        "1, Enter",
        "1, Enter Enter",
        "1, Tab",
        "15, none",
        "15, Enter Enter",
        "30, none",
        "30, Enter"
    })
    void aReceiptIsOnePaymentAtAnySpeedAndHoweverItEnds(int millis, String end) {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        Modal modal = register.sells(GYM).pays(METHOD);
        types(keys(receipt.text(), end.equals("none") ? new String[0] : end.split(" ")), millis);
        isPaidOnceWith(modal, receipt);
    }

    @ParameterizedTest(name = "{2} ms after {1} keys, behind {0}")
    @CsvSource({
        "'', 1, 500",
        "'', 200, 300",
        "'', 2, 500",
        "~, 200, 300",
        "]Q1, 200, 300",
        "]Q1, 3, 500",
        "https://app.smartum.fi/receipt?lang=fi&jwt=, 200, 300",
        "https://app.smartum.fi/receipt?lang=fi&jwt=, 20, 300",
        "https://app.smartum.fi/receipt?lang=fi&jwt=, 2, 500",
        "https://app.smartum.fi/receipt?lang=fi&jwt=, 42, 500",
        "https://app.smartum.fi/receipt?lang=fi&jwt=, 43, 500"
    })
    void aScannerMayTakeBreathInAReceiptWhateverStandsBeforeIt(String before, int keys, int breath) {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        Modal modal = register.sells(GYM).pays(METHOD);
        types(breathing(before + receipt.text(), keys, breath), 2);
        isPaidOnceWith(modal, receipt);
    }

    @Test
    void aScannerMayTakeBreathInTheSignature() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        Modal modal = register.sells(GYM).pays(METHOD);
        types(breathing(receipt.text(), receipt.text().length() - 19, 500), 2);
        isPaidOnceWith(modal, receipt);
    }

    @ParameterizedTest(name = "{0}, breath after {1} keys, then {2}")
    @CsvSource({
        "2000000000022, 1, Enter",
        "2000000000022, 2, Enter",
        "2000000000022, 5, ",
        "2000000000022, 7, Enter",
        "2000000000022, 8, ",
        "2000000000022, 12, Enter",
        "2000000000022, 12, ",
        "]E02000000000022, 3, Enter"
    })
    void aScannerMayTakeBreathInTheNumberOfAProduct(String number, int keys, String end) {
        types(breathing(number, keys, 500, end == null ? new String[0] : new String[] {end}), 5);
        register.awaitTotal(320);
        register.cancels();
    }

    @ParameterizedTest(name = "{0}, then {1} ms")
    @CsvSource({"a, 500", "ab, 300", "5, 400", "1234567890123456, 400"})
    void aProductIsSoldWhateverWasTypedOrScannedJustBefore(String before, int pause) {
        types("[" + struck(before) + ", " + pause + ", " + struck(BAR) + "]", 5);
        register.awaitTotal(320);
        register.cancels();
    }

    @ParameterizedTest(name = "{0}, then {1} ms")
    @CsvSource({"a, 500", "1234567890123456, 400"})
    void aShortNumberWithEnterIsHeardWhateverWasTypedOrScannedJustBefore(String before, int pause) {
        types("[" + struck(before) + ", " + pause + ", " + struck("96385074") + ", 'Enter']", 5);
        assertThat(register.refused("scan-unknown").happened()).contains(" 96385074");
    }

    @ParameterizedTest(name = "{0}, then {1} ms, behind {2}")
    @CsvSource({
        "ab, 300, ''",
        "1234567890123456, 400, ''",
        "a, 200, ]Q1",
        "a, 500, ~",
        "-, 300, ~]Q1",
        "1234567890123456, 400, https://app.smartum.fi/receipt?lang=fi&jwt=",
        "1234567890123456, 400, ]Q1www.smartum.fi/?jwt=",
        "https://example.com/, 400, ''"
    })
    void aReceiptPaysWhateverWasTypedOrScannedJustBefore(String before, int pause, String prefix) {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        Modal modal = register.sells(GYM).pays(METHOD);
        types("[" + struck(before) + ", " + pause + ", " + struck(prefix + receipt.text()) + "]", 2);
        isPaidOnceWith(modal, receipt);
    }

    @ParameterizedTest(name = "{0} before the pause")
    @CsvSource({"2000000", "ab"})
    void theProductAfterOneWithAPauseIsSoldToo(String before) {
        String first = BAR.startsWith(before) ? BAR.substring(before.length()) : BAR;
        types("[" + struck(before) + ", 500, " + struck(first) + ", 400, " + struck(BAR) + "]", 5);
        register.awaitTotal(640);
        register.cancels();
    }

    @Test
    void bothOfTwoProductsAreSoldThoughThePageHearsOfThemAtOnce() {
        types("[" + struck(BAR) + ", 400, " + struck(BAR) + "]", 5, 2000);
        register.awaitTotal(640);
        register.cancels();
    }

    @Test
    void aNumberWithAPauseIsNotTakenForTheShorterOneAtItsEnd() {
        types(breathing("17012345678905", 2, 500, "Enter"), 5);
        assertThat(register.refused("scan-unknown").happened()).contains("17012345678905");
    }

    @ParameterizedTest(name = "{0}: {1} ms a key, {3} ms after {2} of them, stalled for {4} ms")
    @CsvSource({
        "2000000000022, 120, 1, 0, 0",
        "2000000000022, 90, 6, 500, 0",
        "asd, 30, 3, 400, 0",
        "2000, 40, 2, 300, 0",
        "asdfghjk, 30, 8, 1000, 0",
        "asdfghjk, 30, 8, 1000, 2500"
    })
    void whatAPersonTypesIsNoScan(String text, int millis, int keys, int thought, int stalled) {
        types(breathing(text, keys, thought, "Enter"), millis, stalled);
        nothingIsHeard();
        register.sells(GYM);
        register.awaitTotal(1000);
        register.cancels();
    }

    @Test
    void aKeyHeldDownIsNoScan() {
        types("['9', ...Array(30).fill(['9', 'Digit9', { repeat: true }])]", 33);
        types(keys("", "Enter"), 5);
        nothingIsHeard();
        register.sells(GYM);
        register.awaitTotal(1000);
        register.cancels();
    }

    @Test
    void aKeyHeldDownWhileAScannerTypesIsNoPartOfTheCode() {
        String held = "...Array(3).fill(['7', 'Digit7', { repeat: true }])";
        types("[..." + keys(BAR.substring(0, 5)) + ", " + held + ", ..." + keys(BAR.substring(5), "Enter") + "]", 5);
        register.awaitTotal(320);
        register.cancels();
    }

    @Test
    void aProductIsSoldBetweenSignsAsABritishKeyboardWritesThem() {
        String signs = "['¬', 'Backquote', { shiftKey: true }], ['£', 'Digit3', { shiftKey: true }]";
        types("[" + signs + ", ..." + keys(BAR) + ", " + signs + ", 'Enter']", 5);
        register.awaitTotal(320);
        register.cancels();
    }

    @ParameterizedTest(name = "{0} before, {1} after")
    @CsvSource({"]E0, ''", "~, ''", "#, $", "]C1~, *", "'', ''"})
    void aProductIsSoldWhateverSignsStandAroundItsNumber(String before, String after) {
        types(keys(before + BAR + after, "Enter"), 5);
        register.awaitTotal(320);
        register.cancels();
    }

    @Test
    void aProductIsSoldWhereDigitsNeedShift() {
        types(
                "[['é','Digit2'],['à','Digit0'],['à','Digit0'],['à','Digit0'],['à','Digit0'],['à','Digit0'],['à','Digit0'],"
                        + "['à','Digit0'],['à','Digit0'],['à','Digit0'],['à','Digit0'],['é','Digit2'],['é','Digit2'],'Enter']",
                5);
        register.awaitTotal(320);
        register.cancels();
    }

    @Test
    void aProductIsSoldWhereTheBracketIsADeadKey() {
        types("[['Dead','BracketRight'],['Ë','KeyE'],..." + keys("0" + BAR, "Enter") + "]", 5);
        register.awaitTotal(320);
        register.cancels();
    }

    @Test
    void aShortNumberWithoutEnterIsHeard() {
        types(keys("96385074"), 5);
        assertThat(register.refused("scan-unknown").happened()).contains("96385074");
    }

    @Test
    void aTriggerPulledTwiceWhereNothingAsksIsOneOfferAndOnePayment() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        register.sells(GYM, Goods.DRINK);
        register.handScanner(receipt.text(), Keys.ENTER, receipt.text(), Keys.ENTER);
        register.paysWithWhatWasScanned(METHOD);
        register.awaitLeft(300);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        assertThat(register.asksAboutAScan()).isFalse();
        register.paysCash();
        register.completes();
    }

    private void isPaidOnceWith(Modal modal, SmartumReceipt receipt) {
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().contains(receipt.transaction());
        register.completes();
    }

    private void nothingIsHeard() {
        Window window = register.window();
        Eventually.stays(
                UNTIL_OVER, "no scan", () -> !register.asksAboutAScan() && !window.has(Window.byId("refused")));
    }

    private void types(String keys, int millis) {
        types(keys, millis, 0);
    }

    private void types(String keys, int millis, int stalled) {
        Window window = register.window();
        window.runs(TYPES.formatted(keys, millis, stalled));
        Eventually.within(
                LONGEST_SCAN,
                "the scanner has typed",
                () -> window.runs("return window.typed").equals("true") ? Optional.of(true) : Optional.empty());
    }

    /** One key for each character, then those that have names. */
    private static String keys(String text, String... named) {
        return breathing(text, 0, 0, named);
    }

    /** The same, with a pause after so many of them. */
    private static String breathing(String text, int keys, int pause, String... named) {
        StringBuilder ends = new StringBuilder();
        for (String name : named) {
            ends.append(", '").append(name).append('\'');
        }
        return "[" + struck(text.substring(0, keys)) + ", " + pause + ", " + struck(text.substring(keys)) + ends + "]";
    }

    private static String struck(String text) {
        return "...'" + text + "'";
    }
}
