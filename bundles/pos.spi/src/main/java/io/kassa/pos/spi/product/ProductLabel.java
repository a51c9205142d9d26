package io.kassa.pos.spi.product;

/** A label that an admin puts on products, compared exactly, such as {@code liikunta}. */
public record ProductLabel(String name) {

    public ProductLabel {
        if (name.isBlank() || !name.equals(name.strip())) {
            throw new IllegalArgumentException("A product label is neither blank nor padded");
        }
    }
}
