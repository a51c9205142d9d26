package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.Set;

/**
 * One line of a sale as it was put into the cart: later changes of the product do not change it. A price below zero takes
 * something back, such as an empty bottle with its deposit.
 *
 * @param number stable within the sale, from 1
 * @param discount what the cashier took off this line, zero or positive
 * @param deposit whether it is paid back in full one day
 */
public record CartLine(
        int number,
        String product,
        String name,
        Set<ProductLabel> labels,
        long quantity,
        Money unitPrice,
        Money discount,
        boolean deposit) {

    public CartLine {
        labels = Set.copyOf(labels);
        if (number < 1 || quantity < 1 || !within(discount, discountable(unitPrice.times(quantity), deposit))) {
            throw new IllegalArgumentException("A line has a number, a quantity, and a discount up to its price");
        }
    }

    /** Whether that can be taken off so many pieces. */
    public boolean allows(long pieces, Money off) {
        return within(off, discountable(pieces));
    }

    /** The most that can be taken off: nothing off what is taken back, and nothing off a deposit. */
    public Money discountable(long pieces) {
        return discountable(unitPrice.times(pieces), deposit);
    }

    private static Money discountable(Money price, boolean deposit) {
        return deposit || price.isNegative() ? Money.zero(price.currency()) : price;
    }

    private static boolean within(Money discount, Money most) {
        return !discount.isNegative() && !discount.isMoreThan(most);
    }

    /** After the line's own discount, before its share of the sale's. */
    public Money net() {
        return unitPrice.times(quantity).minus(discount);
    }

    public CartLine with(long newQuantity, Money newDiscount) {
        return new CartLine(number, product, name, labels, newQuantity, unitPrice, newDiscount, deposit);
    }
}
