package io.kassa.pos.host.setup;

import io.kassa.pos.spi.money.Money;
import java.util.Optional;
import java.util.Set;

/**
 * Something that can be sold, or taken back.
 *
 * @param group the id of its product group
 * @param price zero for what is for nothing, below zero for what is taken back
 * @param gtin the number on its package ({@link Gtin}), which sells it when it is scanned; no two products have the same
 * @param deposit whether it is paid back in full one day: no discount touches it
 */
public record Product(
        String id,
        String name,
        String group,
        Money price,
        Set<String> labels,
        boolean onSale,
        Optional<String> gtin,
        boolean deposit) {

    /** One without a number on its package, and no deposit. */
    public Product(String id, String name, String group, Money price, Set<String> labels, boolean onSale) {
        this(id, name, group, price, labels, onSale, Optional.empty(), false);
    }

    public Product withGtin(Optional<String> other) {
        return new Product(id, name, group, price, labels, onSale, other, deposit);
    }
}
