package io.kassa.pos.host.setup;

import io.kassa.pos.spi.money.Money;
import java.util.Optional;
import java.util.Set;

/**
 * @param group the id of its product group
 * @param gtin the number on its package ({@link Gtin}), which sells it when it is scanned; no two products have the same
 */
public record Product(
        String id, String name, String group, Money price, Set<String> labels, boolean onSale, Optional<String> gtin) {

    /** One without a number on its package. */
    public Product(String id, String name, String group, Money price, Set<String> labels, boolean onSale) {
        this(id, name, group, price, labels, onSale, Optional.empty());
    }

    public Product withGtin(Optional<String> other) {
        return new Product(id, name, group, price, labels, onSale, other);
    }
}
