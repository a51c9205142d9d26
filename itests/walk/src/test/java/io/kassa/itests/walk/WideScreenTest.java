package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.DRINK;
import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;

/** The register page is at home on the screen of a till, and on a wide one. */
class WideScreenTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @ParameterizedTest
    @CsvSource({"1024, 768", "1920, 1080"})
    void nothingOverflowsFromTheFirstProductToTheReceipt(int width, int height) {
        String size = width + "x" + height;
        Window window = SHOP.browser().anotherWindow(new Dimension(width, height));
        RegisterPage register = SHOP.register(window, Shop.FIRST);
        assertThat(window.runs("return innerWidth + 'x' + innerHeight")).isEqualTo(size);
        assertThat(Overflow.in(window)).as("empty").isEmpty();

        register.sells(GYM, DRINK);
        window.picture("screen-" + size);
        assertThat(Overflow.in(window)).as("with a sale").isEmpty();
        assertThat(Touch.tooSmallIn(window)).as("with a sale").isEmpty();

        Modal modal = register.pays(METHOD).awaitCamera();
        window.picture("screen-" + size + "-modal");
        assertThat(Overflow.in(window)).as("with the modal").isEmpty();
        modal.pasted(SHOP.sandbox().pays(1000).text());
        modal.awaitClosed();
        register.awaitLeft(300);
        register.paysCash();
        register.awaitLeft(0);
        assertThat(Overflow.in(window)).as("paid").isEmpty();

        register.completes();
        window.picture("screen-" + size + "-receipt");
        assertThat(Overflow.in(window)).as("with the receipt").isEmpty();
        register.nextSale();
    }
}
