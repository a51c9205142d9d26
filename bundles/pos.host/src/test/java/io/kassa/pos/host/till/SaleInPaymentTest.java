package io.kassa.pos.host.till;

import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.store.SaleTable;
import org.junit.jupiter.api.Test;

/** A sale is remembered while its payment is under way. What is remembered pays nothing that is not in the books any more. */
class SaleInPaymentTest extends OpenShop {

    @Test
    void aPaymentIsPlacedOnTheSaleAsItStands() {
        Till till = shop.till("R1").sells("gym", "drink").paysWith("wallet");
        onAnotherHostOnlyTheDrinkIsLeft();
        till.scans("pay:tx1:1000").seesProblem("method-wrong").isAsked("scan").sees(0, 300);
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
    }

    private void onAnotherHostOnlyTheDrinkIsLeft() {
        shop.ledger.books().write(tx -> {
            SaleTable sales = new SaleTable(tx);
            Sale sale = sales.open("R1").orElseThrow();
            Cart cart = sale.cart();
            sales.update(sale.with(new Cart(cart.currency(), cart.lines().subList(1, 2), cart.discount())));
            return null;
        });
    }
}
