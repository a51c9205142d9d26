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
        assertThat(overflowing(window)).as("empty").isEmpty();

        register.sells(GYM, DRINK);
        window.picture("screen-" + size);
        assertThat(overflowing(window)).as("with a sale").isEmpty();
        assertThat(Touch.tooSmallIn(window)).as("with a sale").isEmpty();

        Modal modal = register.pays(METHOD).awaitCamera();
        window.picture("screen-" + size + "-modal");
        assertThat(overflowing(window)).as("with the modal").isEmpty();
        modal.pasted(SHOP.sandbox().pays(1000).text());
        modal.awaitClosed();
        register.awaitLeft(300);
        register.paysCash();
        register.awaitLeft(0);
        assertThat(overflowing(window)).as("paid").isEmpty();

        register.completes();
        window.picture("screen-" + size + "-receipt");
        assertThat(overflowing(window)).as("with the receipt").isEmpty();
        register.nextSale();
    }

    /** What reaches beyond the window to the side, or is wider than what it stands in. */
    private static String overflowing(Window window) {
        return window.runs("""
                const page = document.scrollingElement;
                const seen = [...document.body.querySelectorAll('*')].filter((each) =>
                    each instanceof HTMLElement && each.checkVisibility() && !each.closest('.unseen'));
                const beyond = seen.filter((each) => {
                    const { left, right } = each.getBoundingClientRect();
                    return left < -0.5 || right > innerWidth + 0.5;
                });
                // what scrolls does so down only, what has a frame holds what is in it; dots at the end of a text are meant
                const tooWide = seen.filter((each) => {
                    const { overflowX, textOverflow } = getComputedStyle(each);
                    const holds = overflowX !== 'visible' || each.matches('button, .card, dialog');
                    return holds && each.scrollWidth > each.clientWidth + 1 && textOverflow !== 'ellipsis';
                });
                const words = [...beyond, ...tooWide].map((each) =>
                    `${each.scrollWidth} in ${each.clientWidth}: ${each.outerHTML.slice(0, 120)}`);
                if (page.scrollWidth > innerWidth) words.unshift(`the page: ${page.scrollWidth}`);
                if (page.scrollHeight > innerHeight) words.unshift(`the page, down: ${page.scrollHeight}`);
                return words.join('\\n');
                """);
    }
}
