package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** W14: Smartum cannot be reached, or its answer is lost. */
class TroubleTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @AfterEach
    void itIsOver() {
        SHOP.sandbox().calmsDown();
        SHOP.camera().seesNothing();
    }

    @Test
    void w14_aScannedReceiptStillPaysAndIsMarkedAsCheckedOffline() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        SHOP.sandbox().troubles("ALL", "refuse", 0);
        String sale = scannedSale(receipt, "SIGNED");
        SHOP.window().picture("w14-offline");
        assertThat(SHOP.receipt(sale).findValuesAsText("evidence")).containsExactly("SIGNED");
    }

    static Stream<Map<String, Object>> lostAnswers() {
        return Stream.of(Map.of("kind", "lose-answer-after-processing"), Map.of("kind", "process-late", "seconds", 2));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void w14_aRefundWhoseAnswerIsLostIsAskedAgainByItselfAndHappensOnce(Map<String, Object> trouble) {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        String sale = scannedSale(receipt, "CONFIRMED");
        SHOP.sandbox().troubles("REFUND", trouble, 1);

        ReceiptPage page = ReceiptPage.find(SHOP, sale, sale);
        page.refundsAll();
        page.step().confirms();
        page.awaitRefunds(1, "NOT_KNOWN_YET");
        SHOP.window().picture("w14-not-known-yet");
        page.awaitRefunds(1, "DONE");
        SHOP.window().picture("w14-known");

        Eventually.stays(Duration.ofSeconds(3), "refunded once, also when the late call is processed", () -> {
            JsonNode payment = SHOP.sandbox().payment(receipt.transaction());
            return payment.path("refunds").size() == 1
                    && payment.path("refundedCents").asLong() == 1000;
        });
    }

    private static String scannedSale(SmartumReceipt receipt, String evidence) {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD).awaitCamera();
        SHOP.camera().sees(receipt.picture());
        modal.awaitClosed();
        SHOP.camera().seesNothing();
        register.awaitLeft(0);
        SHOP.window().text(Window.byId("tender", "evidence", evidence));
        register.completes();
        return register.saleNumber();
    }
}
