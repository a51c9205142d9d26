package io.kassa.pos.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.selling.LineView;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product is sold by the number on its package. */
class ScannedProductTest extends OpenShop {

    private static final String BAR = "2000000000022";

    @BeforeEach
    void open() {
        save("bar", Optional.of(BAR), true);
    }

    @Test
    void aScannedNumberSellsItsProduct() {
        assertThat(soldBy(BAR)).isEqualTo(1);
        assertThat(soldBy("0" + BAR))
                .as("the same number, as some scanners send it")
                .isEqualTo(2);
    }

    @Test
    void whatIsNoNumberOfAProductOnSaleIsRefused() {
        assertThat(refusal(scan("2000000000015"))).isEqualTo("scan-unknown");
        assertThat(refusal(scan("2000000000023"))).isEqualTo("scan-no-product");
        assertThat(refusal(scan("eyJhbGciOiJFUzUxMiJ9"))).isEqualTo("scan-no-product");
        save("bar", Optional.of(BAR), false);
        assertThat(refusal(scan(BAR))).isEqualTo("scan-unknown");
        assertThat(((Result.Ok<RegisterView>) shop.selling.view("R1")).value().sale())
                .isEmpty();
    }

    @Test
    void nothingIsSoldByItsNumberWhileAPaymentIsUnderWay() {
        shop.selling.addLine(Shop.AINO, "R1", "gym", 1);
        SaleId sale = ((Result.Ok<RegisterView>) shop.selling.view("R1"))
                .value()
                .sale()
                .orElseThrow()
                .id();
        shop.selling.pay(Shop.AINO, "R1", sale, new AttemptId("a1"), "wallet");
        assertThat(refusal(scan(BAR))).isEqualTo("payment-open");
    }

    @Test
    void aNumberStandsOnOneProduct() {
        assertThat(refusal(save("other", Optional.of(BAR), true))).isEqualTo("gtin-taken");
        assertThat(refusal(save("other", Optional.of("0" + BAR), true))).isEqualTo("gtin-taken");
        assertThat(refusal(save("other", Optional.of("2000000000023"), true))).isEqualTo("gtin-invalid");
        save("bar", Optional.empty(), true);
        assertThat(save("other", Optional.of(BAR), true)).isInstanceOf(Result.Ok.class);
    }

    private long soldBy(String number) {
        RegisterView view = ((Result.Ok<RegisterView>) scan(number)).value();
        return view.sale().orElseThrow().lines().stream()
                .mapToLong(LineView::quantity)
                .sum();
    }

    private Result<RegisterView> scan(String number) {
        return shop.selling.addScanned(Shop.AINO, "R1", number);
    }

    private Result<?> save(String id, Optional<String> gtin, boolean onSale) {
        Product product = new Product(id, id, "all", Money.euro(320), Set.of(), onSale).withGtin(gtin);
        return new ShopSetup(shop.desk).save(Shop.ADMIN, product);
    }

    private static String refusal(Result<?> result) {
        return ((Result.Refused<?>) result).guidance().reason();
    }
}
