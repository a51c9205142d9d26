package io.kassa.pos.shell.till;

import io.kassa.pos.shell.talk.Amounts;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of a sale: a price, and the labels of the product. */
public record Line(Money price, Set<ProductLabel> labels) {

    /** Reads {@code 12.50} or {@code 12.50=liikunta,hieronta}. */
    public static Optional<Line> read(String text, Currency currency) {
        String[] parts = text.split("=", 2);
        Set<ProductLabel> labels = parts.length == 1
                ? Set.of()
                : Arrays.stream(parts[1].split(","))
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .map(ProductLabel::new)
                        .collect(Collectors.toUnmodifiableSet());
        return Amounts.read(parts[0], currency).filter(Money::isPositive).map(price -> new Line(price, labels));
    }
}
