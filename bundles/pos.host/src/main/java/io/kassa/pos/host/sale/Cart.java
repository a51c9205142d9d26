package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is sold, in one currency.
 *
 * @param discount on the whole sale, spread over the lines by largest remainder
 */
public record Cart(Currency currency, List<CartLine> lines, Money discount) {

    public Cart {
        lines = List.copyOf(lines);
    }

    public static Cart empty(Currency currency) {
        return new Cart(currency, List.of(), Money.zero(currency));
    }

    /** Line number to what it costs in the end; below zero for what is taken back, which no discount touches. */
    public SortedMap<Integer, Money> amounts() {
        SortedMap<Integer, Money> net = new TreeMap<>();
        lines.forEach(line -> net.put(line.number(), line.net()));
        SortedMap<Integer, Money> shares = Shares.byLargestRemainder(discount, weights());
        shares.forEach((line, share) -> net.merge(line, share, Money::minus));
        return net;
    }

    /** What the discount on the sale is spread over. */
    private SortedMap<Integer, Money> weights() {
        SortedMap<Integer, Money> weights = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.discountable(line.quantity()).isZero())
                .forEach(line -> weights.put(line.number(), line.net()));
        return weights;
    }

    /** The most that can be taken off the whole sale: up to what is due without it, and nothing off deposits. */
    public Money discountable() {
        Money none = Money.zero(currency);
        Money most = weights().values().stream().reduce(none, Money::plus).atMost(gross());
        return most.isNegative() ? none : most;
    }

    /** What the lines cost, all discounts taken off; below zero when more is taken back than sold. */
    public Money due() {
        return gross().minus(discount);
    }

    /** What the lines cost before the discount on the whole sale. */
    public Money gross() {
        return lines.stream().map(CartLine::net).reduce(Money.zero(currency), Money::plus);
    }
}
