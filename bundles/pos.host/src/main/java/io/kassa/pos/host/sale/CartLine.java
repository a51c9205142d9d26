package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.Set;

/**
 * One line of a sale as it was put into the cart: later changes of the product do not change it.
 *
 * @param number stable within the sale, from 1
 * @param discount what the cashier took off this line, zero or positive
 */
public record CartLine(
        int number,
        String product,
        String name,
        Set<ProductLabel> labels,
        long quantity,
        Money unitPrice,
        Money discount) {

    public CartLine {
        labels = Set.copyOf(labels);
        if (number < 1 || quantity < 1 || discount.isNegative() || discount.isMoreThan(unitPrice.times(quantity))) {
            throw new IllegalArgumentException("A line has a number, a quantity, and a discount up to its price");
        }
    }

    /** After the line's own discount, before its share of the sale's. */
    public Money net() {
        return unitPrice.times(quantity).minus(discount);
    }

    public CartLine with(long newQuantity, Money newDiscount) {
        return new CartLine(number, product, name, labels, newQuantity, unitPrice, newDiscount);
    }
}
