package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Markup stays text wherever it comes from: it is shown as it was written, becomes no element, and runs nothing. */
class MarkupTest {
    private static final String MARKUP = "<img src=x onerror=window.ran=1>";

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    /** The visit is called that, for all tests: in the cart, on the way and on paper. */
    @BeforeAll
    static void nameAProduct() {
        for (JsonNode product : SHOP.admin().get("/api/config/products")) {
            if (product.path("id").asText().equals(GYM)) {
                ObjectNode change = product.deepCopy();
                change.remove("id");
                SHOP.admin().put("/api/config/products/" + GYM, change.put("name", MARKUP));
            }
        }
    }

    /** Where the page shows it at the end of each test. */
    @AfterEach
    void nothingCameOfIt() {
        assertThat(SHOP.window().everything()).contains(MARKUP);
        assertThat(SHOP.window().runs("return document.querySelectorAll('img[src=x], [onerror]').length"))
                .isEqualTo("0");
        assertThat(SHOP.window().runs("return typeof window.ran")).isEqualTo("undefined");
        assertThat(SHOP.browser().complaints()).noneMatch(one -> one.contains("Content Security Policy"));
    }

    private static RegisterPage sells() {
        return SHOP.register(Shop.FIRST).sells(GYM);
    }

    @Test
    void inTheNameOfAProductOnTheSaleReceipt() {
        RegisterPage register = sells();
        assertThat(SHOP.window().everything()).contains(MARKUP);
        Modal modal = register.pays(METHOD);
        modal.pasted(SHOP.sandbox().pays(1000).text());
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.completes()).contains(MARKUP);
        String sale = register.saleNumber();
        register.nextSale();
        ReceiptPage.find(SHOP, sale, sale);
        assertThat(SHOP.window().text("sale-receipt")).contains(MARKUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {MARKUP, "tx_" + MARKUP, "https://example.org/?jwt=" + MARKUP})
    void inAScannedText(String text) {
        Modal modal = sells().pays(METHOD);
        modal.handScanner(text, Keys.ENTER);
        SHOP.window().awaitThere("problem");
        nothingCameOfIt();
        modal.cancels();
    }

    /** The name of a benefit, as the provider's API has it for a number. */
    @Test
    void inWhatTheProviderAnswers() {
        Modal modal = sells().pays(METHOD);
        modal.pasted(SHOP.sandbox().issues("NUMBER_ONLY", MARKUP, 1000).text());
        assertThat(modal.problem("receipt.other-benefit").happened()).contains(MARKUP);
        nothingCameOfIt();
        modal.cancels();
    }

    @Test
    void inTheReasonOfACashier() {
        RegisterPage register = sells();
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        modal.givesReason(MARKUP);
        modal.amount("10.00");
        modal.awaitClosed();
        register.awaitLeft(0);
        register.completes();
        String sale = register.saleNumber();
        register.nextSale();
        assertThat(Worklist.open(SHOP).unverified())
                .anySatisfy(entry -> assertThat(entry).contains(sale, MARKUP));
    }
}
