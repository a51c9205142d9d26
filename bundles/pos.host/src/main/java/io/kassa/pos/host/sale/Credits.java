package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Lines below zero, as payers of the other lines. What is taken back with a label pays lines with that label as far as it can:
 * when a sports ticket is exchanged for another, a sports benefit pays the difference, and not a drink with the rest. What has no
 * label pays like cash: first what the fewest limited methods may pay.
 */
final class Credits {

    private final Cart cart;
    private final SortedMap<Integer, Money> sold;
    private final List<Payer> placed = new ArrayList<>();

    private Credits(Cart cart) {
        this.cart = cart;
        this.sold = cart.amounts();
        sold.values().removeIf(Money::isNegative);
    }

    static List<Payer> of(Cart cart) {
        Credits credits = new Credits(cart);
        cart.lines().stream().filter(line -> line.net().isNegative()).forEach(credits::place);
        return List.copyOf(credits.placed);
    }

    private void place(CartLine line) {
        Money amount = line.net().negated();
        Set<Integer> alike = alike(line);
        Money there = new Allocation(sold, cart.currency(), List.of())
                .most(placed, Optional.of(alike))
                .atMost(amount);
        // no attempt's id has a blank
        add(new Payer("line " + line.number(), there, Optional.of(alike)));
        add(new Payer("rest of line " + line.number(), amount.minus(there), Optional.empty()));
    }

    private void add(Payer payer) {
        if (payer.amount().isPositive()) {
            placed.add(payer);
        }
    }

    private Set<Integer> alike(CartLine credit) {
        Set<ProductLabel> labels = credit.labels();
        return cart.lines().stream()
                .filter(line -> !Collections.disjoint(line.labels(), labels))
                .map(CartLine::number)
                .filter(sold::containsKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
